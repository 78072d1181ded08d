using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What the rules want people to be told, by severity, and what nobody can rule out.</summary>
internal static class FindingsSection
{
    public static void Write(ReportContext report)
    {
        List<(string Owner, FindingResult Finding)> all =
        [
            .. report.Result.Findings.Select(f => (f.Record?.Title ?? "", f)),
            .. report.ByRank.SelectMany(o => o.Findings.Select(f => (o.Option.Title, f))),
        ];
        BySeverity(report, "Findings", [.. all.Where(f => f.Finding.Outcome == FindingOutcome.Raised)]);
        BySeverity(report, "Findings that cannot be ruled out", [.. all.Where(f => f.Finding.Outcome == FindingOutcome.Unknown)]);
    }

    private static void BySeverity(ReportContext report, string heading, List<(string Owner, FindingResult Finding)> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        report.Page.Heading(heading);
        foreach (var severity in findings.GroupBy(f => f.Finding.Severity).OrderByDescending(g => g.Key))
        {
            report.Page.Blank();
            report.Page.Paragraph(new(SeverityOf(severity.Key), severity.Key == FindingSeverity.High ? TextRole.Bad : TextRole.Strong));

            // The same words about several options are said once.
            foreach (var same in severity.GroupBy(f => (f.Finding.Finding.Id, f.Finding.Text)))
            {
                Write(report, same.First().Finding, [.. same.Select(f => f.Owner).Where(o => o.Length > 0)], [.. same.SelectMany(f => f.Finding.Missing)]);
            }
        }
    }

    private static void Write(ReportContext report, FindingResult finding, List<string> owners, List<string> missing)
    {
        var text = new Phrase(KindOf(finding.Finding.Kind), TextRole.Strong);
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
}
