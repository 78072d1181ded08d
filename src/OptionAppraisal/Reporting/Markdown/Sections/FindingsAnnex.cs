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

        page.Table(["Severity", "Kind", "About", "Finding", "Sources"], groups.Select(g => new[]
        {
            FindingGroup.SeverityOf(g.Finding.Severity), g.Kind, Escape(string.Join("; ", g.Owners)), Escape(g.Finding.Text) + Missing(g, report),
            Escape(report.Sources.Cite(g.Finding.Finding.Sources)),
        }));
    }

    private static string Missing(FindingGroup group, ReportContext report) => group.Finding.Outcome == FindingOutcome.Raised ? "" :
        $" **Cannot be ruled out**, not known: {Escape(string.Join("; ", group.MissingWords(report)))}.";
}
