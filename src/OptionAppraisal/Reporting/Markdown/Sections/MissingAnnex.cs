using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Every fact and judgement not given that matters somewhere.</summary>
internal static class MissingAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        var missing = report.Missing(MissingSection.Paths(report.Result));
        if (missing.IsEmpty)
        {
            page.Paragraph("Nothing is missing that would matter.");
            return;
        }

        page.Table(["About", "What is missing", "To ask", "Place in the case"], missing.Select(m => new[]
        {
            m.Owner.Length > 0 ? Escape(m.Owner) : "The case as a whole", Escape(ReportContext.Capital(m.Fact)), Escape(m.Ask ?? ""), Code(m.Path),
        }));
    }
}
