using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary>The refusal of a format that nobody knows.</summary>
internal static class Formats
{
    public static int Refuse(string format, Channels channels, params string[] known)
    {
        channels.Complain($"unknown format `{DiagnosticPrinter.Escape(format)}`", Suggestion.Help(format, known, "formats"));
        return ExitCode.Usage;
    }
}
