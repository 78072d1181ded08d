using OptionAppraisal.Binding.Keys;

namespace OptionAppraisal;

/// <summary>What a document is, by its first key and its ending.</summary>
internal sealed record DocumentKind(string FirstKey, string Ending, string Name, KeyTable? Keys)
{
    public static DocumentKind Pack { get; } = new("rule_pack", ".pack.yaml", "a rule pack", PackTables.Pack);

    public static DocumentKind Case { get; } = new("case", ".case.yaml", "a case", CaseTables.Case);

    public static DocumentKind Tests { get; } = new("tests", ".tests.yaml", "tests", TestTables.Tests);

    /// <summary>All kinds; those without keys are for a later version.</summary>
    public static ImmutableArray<DocumentKind> All { get; } =
    [
        Pack, Case, Tests, new("scenarios", ".scenarios.yaml", "a scenario set", null),
    ];

    public static DocumentKind? OfFile(string path) => All.FirstOrDefault(k => path.EndsWith(k.Ending, StringComparison.Ordinal));

    public static DocumentKind? OfKey(string key) => All.FirstOrDefault(k => string.Equals(k.FirstKey, key, StringComparison.Ordinal));
}
