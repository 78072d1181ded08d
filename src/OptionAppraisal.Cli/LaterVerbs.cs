using System.Collections.Immutable;

namespace OptionAppraisal.Cli;

/// <summary>The published verbs that are still to come: known by name, and refused.</summary>
internal static class LaterVerbs
{
    public static ImmutableArray<string> Names { get; } = ["simulate", "merge", "schema", "docs", "fmt", "new"];

    public static int Refuse(string what, Channels channels)
    {
        channels.Complain($"{what} is not in this version", "`option-appraisal --help` shows what is");
        return ExitCode.Usage;
    }
}
