using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What the rules want people to be told, by severity, and what nobody can rule out.</summary>
internal static class FindingsSection
{
    private static readonly ImmutableArray<FindingSeverity> WorstFirst = [FindingSeverity.High, FindingSeverity.Medium, FindingSeverity.Low];

    public static void Write(ReportContext report)
    {
        List<Told> all =
        [
            .. report.Result.Findings.Select(f => new Told(f.Record?.Title ?? "", f)),
            .. report.ByRank.SelectMany(o => o.Findings.Select(f => new Told(o.Option.Title, f))),
        ];
        BySeverity(report, "Findings", [.. all.Where(t => t.Finding.Outcome == FindingOutcome.Raised)]);
        BySeverity(report, "Findings that cannot be ruled out", [.. all.Where(t => t.Finding.Outcome == FindingOutcome.Unknown)]);
    }

    private static void BySeverity(ReportContext report, string heading, List<Told> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        report.Page.Heading(heading);
        foreach (var severity in WorstFirst)
        {
            var open = findings.FindAll(t => t.Finding.Severity == severity);
            if (open.Count > 0)
            {
                report.Page.Blank();
                report.Page.Paragraph(new(SeverityOf(severity), severity == FindingSeverity.High ? TextRole.Bad : TextRole.Strong));
            }

            // The same words about several options are said once.
            while (open.Count > 0)
            {
                var first = open[0];
                var same = open.FindAll(t => IsSame(t, first));
                open.RemoveAll(t => IsSame(t, first));
                Write(report, first.Finding, [.. same.Select(t => t.Owner).Where(o => o.Length > 0)], [.. same.SelectMany(t => t.Finding.Missing)]);
            }
        }
    }

    private static bool IsSame(Told a, Told b) => a.Finding.Finding.Id == b.Finding.Finding.Id && a.Finding.Text == b.Finding.Text;

    private static void Write(ReportContext report, FindingResult finding, List<string> owners, List<string> missing)
    {
        var text = new Phrase(finding.Outcome == FindingOutcome.Raised ? KindOf(finding.Finding.Kind) : "Possible " + KindOf(finding.Finding.Kind).ToLowerInvariant(), TextRole.Strong);
        if (owners.Count > 0)
        {
            text.Add($" ({string.Join("; ", owners)})");
        }

        text.Add(": ").Add(finding.Text);
        if (report.Sources.Cite(finding.Finding.Sources) is { Length: > 0 } sources)
        {
            text.Add(" " + sources, TextRole.Dim);
        }

        report.Page.Point(text);
        if (missing.Count > 0)
        {
            var facts = report.Missing(missing).Select(m => m.Owner.Length > 0 ? $"{m.Fact} ({m.Owner})" : m.Fact);
            report.Page.Paragraph(new($"Not known: {string.Join("; ", facts)}.", TextRole.Warning), 1);
        }
    }

    private static string SeverityOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.High => "High severity",
        FindingSeverity.Medium => "Medium severity",
        _ => "Low severity",
    };

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
