using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary>The refusal of a format that nobody knows.</summary>
internal static class Formats
{
    public static int Refuse(string format, Channels channels)
    {
        channels.Complain($"unknown format `{DiagnosticPrinter.Escape(format)}`", Suggestion.Help(format, ["text", "json"], "formats"));
        return ExitCode.Usage;
    }
}
