using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>The message of an exception that holds problems: a heading, then the errors on a line each.</summary>
internal static class ProblemText
{
    private const int MostShown = 10;

    public static string Of(string heading, ImmutableArray<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Where(d => d.IsError).ToList();
        var lines = errors.Take(MostShown).Select(d => DiagnosticPrinter.Escape(d.ToString()));
        var more = errors.Count > MostShown ? $"\n... and {(errors.Count - MostShown).ToString(CultureInfo.InvariantCulture)} more" : "";
        return $"{heading}:\n{string.Join('\n', lines)}{more}";
    }
}
