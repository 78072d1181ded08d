using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>A finding with everybody whom it is about: the same words about several options are said once.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Owners">Whom it is about, by title; empty for the case.</param>
/// <param name="Missing">The paths that keep it from being known.</param>
/// <param name="Parts">The findings that are parts of it and are shown below it.</param>
internal sealed record FindingGroup(FindingResult Finding, ImmutableArray<string> Owners, ImmutableArray<string> Missing, ImmutableArray<FindingGroup> Parts)
{
    /// <summary>The options that it is about; empty for the case and for records.</summary>
    public ImmutableArray<AppraisalOption> Options { get; private init; } = [];

    // Parts of parts of parts: documents have no circles, and a result made by hand stops here.
    private const int Deepest = 8;

    public string Kind => Finding.Outcome == FindingOutcome.Raised ? KindOf(Finding.Finding.Kind) : "Possible " + KindOf(Finding.Finding.Kind).ToLowerInvariant();

    /// <summary>The findings of a result: what is raised before what cannot be ruled out, the worst first, then in the order of the report; parts below their parents.</summary>
    public static ImmutableArray<FindingGroup> Of(ReportContext report)
    {
        List<Told> all =
        [
            .. report.Result.Findings.Select(f => new Told(f.Record?.Title ?? "", f.Record, f)),
            .. report.ByRank.SelectMany(o => o.Findings.Select(f => new Told(o.Option.Title, o.Option, f))),
        ];
        var byId = all.ToLookup(t => t.Finding.Finding.Id, StringComparer.Ordinal);
        var byParent = all.ToLookup(t => ParentOf(t, byId));
        return Grouped(byParent[null], byParent, 0);
    }

    public static string SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.High => "High",
        FindingSeverity.Medium => "Medium",
        _ => "Low",
    };

    /// <summary>What keeps it from being known, in words.</summary>
    public IEnumerable<string> MissingWords(ReportContext report) =>
        report.Missing(Missing).Select(m => m.Owner.Length > 0 ? $"{m.Fact} ({m.Owner})" : m.Fact);

    private static ImmutableArray<FindingGroup> Grouped(IEnumerable<Told> told, ILookup<Told?, Told> parts, int depth) =>
    [
        .. told.GroupBy(t => new Said(t.Finding.Outcome, t.Finding.Severity, t.Finding.Finding.Id, t.Finding.Text))
            .OrderBy(g => g.Key.Outcome == FindingOutcome.Raised ? 0 : 1)
            .ThenBy(g => g.Key.Severity switch { FindingSeverity.High => 0, FindingSeverity.Medium => 1, _ => 2 })
            .Select(g => new FindingGroup(
                g.First().Finding, [.. g.Select(t => t.Owner).Where(o => o.Length > 0)], [.. g.SelectMany(t => t.Finding.Missing)],
                depth < Deepest ? Grouped(g.SelectMany(t => parts[t]), parts, depth + 1) : [])
            {
                Options = [.. g.Select(t => t.Subject).OfType<AppraisalOption>()],
            }),
    ];

    // The finding that this one is shown below: its parent on the same subject, or on any where they are not about the same kind of thing. What is
    // raised is not hidden below what is only possible.
    private static Told? ParentOf(Told told, ILookup<string, Told> byId) => told.Finding.Finding.PartOf is not { } id ? null : byId[id].FirstOrDefault(p =>
        !ReferenceEquals(p, told)
        && (p.Finding.Outcome == FindingOutcome.Raised || told.Finding.Outcome == FindingOutcome.Unknown)
        && (!IsOfTheSameKind(p, told) || Equals(p.Subject, told.Subject)));

    private static bool IsOfTheSameKind(Told a, Told b) => a.Finding.Finding.Scope == b.Finding.Finding.Scope;

    private static string KindOf(FindingKind kind) => kind switch
    {
        FindingKind.Risk => "Risk",
        FindingKind.Opportunity => "Opportunity",
        FindingKind.Condition => "Condition",
        FindingKind.Lesson => "Lesson",
        _ => "Evidence",
    };

    private sealed record Said(FindingOutcome Outcome, FindingSeverity Severity, string Id, string Text);

    private sealed class Told(string owner, object? subject, FindingResult finding)
    {
        public string Owner { get; } = owner;

        public object? Subject { get; } = subject;

        public FindingResult Finding { get; } = finding;
    }
}
