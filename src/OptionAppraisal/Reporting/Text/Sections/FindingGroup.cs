using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>A finding with everybody whom it is about: the same words about several options are said once.</summary>
internal sealed record FindingGroup(FindingResult Finding, ImmutableArray<string> Owners, ImmutableArray<string> Missing)
{
    public string Kind => Finding.Outcome == FindingOutcome.Raised ? KindOf(Finding.Finding.Kind) : "Possible " + KindOf(Finding.Finding.Kind).ToLowerInvariant();

    /// <summary>The findings of a result: what is raised before what cannot be ruled out, the worst first, then in the order of the report.</summary>
    public static ImmutableArray<FindingGroup> Of(ReportContext report)
    {
        List<Told> all =
        [
            .. report.Result.Findings.Select(f => new Told(f.Record?.Title ?? "", f)),
            .. report.ByRank.SelectMany(o => o.Findings.Select(f => new Told(o.Option.Title, f))),
        ];
        return
        [
            .. all.GroupBy(t => (t.Finding.Outcome, t.Finding.Severity, t.Finding.Finding.Id, t.Finding.Text))
                .OrderBy(g => g.Key.Outcome == FindingOutcome.Raised ? 0 : 1)
                .ThenBy(g => g.Key.Severity switch { FindingSeverity.High => 0, FindingSeverity.Medium => 1, _ => 2 })
                .Select(g => new FindingGroup(g.First().Finding, [.. g.Select(t => t.Owner).Where(o => o.Length > 0)], [.. g.SelectMany(t => t.Finding.Missing)])),
        ];
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

    private static string KindOf(FindingKind kind) => kind switch
    {
        FindingKind.Risk => "Risk",
        FindingKind.Opportunity => "Opportunity",
        FindingKind.Condition => "Condition",
        FindingKind.Lesson => "Lesson",
        _ => "Evidence",
    };

    private sealed record Told(string Owner, FindingResult Finding);
}
