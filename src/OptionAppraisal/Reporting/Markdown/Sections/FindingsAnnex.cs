using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What the rules want people to be told, the worst first, and what nobody can rule out.</summary>
internal static class FindingsAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        var groups = FindingGroup.Of(report);
        if (groups.IsEmpty)
        {
            page.Paragraph("The rules raise no finding.");
            return;
        }

        page.Table(["Severity", "Kind", "About", "Finding", "Sources"], groups.SelectMany(g => Rows(g, 0, report)));
    }

    // A part stands below what it is a part of, set in.
    private static IEnumerable<string[]> Rows(FindingGroup group, int level, ReportContext report) => group.Parts.SelectMany(p => Rows(p, level + 1, report)).Prepend(
    [
        string.Concat(Enumerable.Repeat("&emsp;", level)) + FindingGroup.SeverityOf(group.Finding.Severity), level > 0 ? $"{group.Kind}, part of the above" : group.Kind,
        Escape(string.Join("; ", group.Owners)), Escape(group.Finding.Text) + Missing(group, report), Escape(report.Sources.Cite(group.Finding.Finding.Sources)),
    ]);

    private static string Missing(FindingGroup group, ReportContext report) => group.Finding.Outcome == FindingOutcome.Raised ? "" :
        $" **Cannot be ruled out**, not known: {Escape(string.Join("; ", group.MissingWords(report)))}.";
}
