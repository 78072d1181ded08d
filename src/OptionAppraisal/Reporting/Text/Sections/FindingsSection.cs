using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What the rules want people to be told, by severity, and what nobody can rule out.</summary>
internal static class FindingsSection
{
    public static void Write(ReportContext report)
    {
        var all = FindingGroup.Of(report);
        BySeverity(report, "Findings", [.. all.Where(g => g.Finding.Outcome == FindingOutcome.Raised)]);
        BySeverity(report, "Findings that cannot be ruled out", [.. all.Where(g => g.Finding.Outcome == FindingOutcome.Unknown)]);
    }

    private static void BySeverity(ReportContext report, string heading, List<FindingGroup> groups)
    {
        if (groups.Count == 0)
        {
            return;
        }

        report.Page.Heading(heading);
        foreach (var same in groups.GroupBy(g => g.Finding.Severity))
        {
            report.Page.Blank();
            report.Page.Paragraph(new(FindingGroup.SeverityOf(same.Key) + " severity", same.Key == FindingSeverity.High ? TextRole.Bad : TextRole.Strong));
            foreach (var group in same)
            {
                Write(report, group);
            }
        }
    }

    private static void Write(ReportContext report, FindingGroup group, int level = 0, FindingGroup? parent = null)
    {
        var text = new Phrase(group.Kind, TextRole.Strong);
        if (parent is not null)
        {
            text.Add($", {FindingGroup.SeverityOf(group.Finding.Severity).ToLowerInvariant()}");
        }

        if (!group.Owners.IsEmpty && (parent is null || !parent.Owners.SequenceEqual(group.Owners)))
        {
            text.Add($" ({string.Join("; ", group.Owners)})");
        }

        text.Add(": ").Add(group.Finding.Text);
        if (report.Sources.Cite(group.Finding.Finding.Sources) is { Length: > 0 } sources)
        {
            text.Add(" " + sources, TextRole.Dim);
        }

        report.Page.Point(text, level);
        if (!group.Missing.IsEmpty)
        {
            report.Page.Paragraph(new($"Not known: {string.Join("; ", group.MissingWords(report))}.", TextRole.Warning), level + 1);
        }

        foreach (var part in group.Parts)
        {
            Write(report, part, level + 1, group);
        }
    }
}
