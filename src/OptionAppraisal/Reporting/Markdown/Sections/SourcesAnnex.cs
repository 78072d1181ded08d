using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The sources by the numbers that the paper cites them with.</summary>
internal static class SourcesAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        if (report.Sources.Cited.Count == 0)
        {
            page.Paragraph("No source is cited.");
            return;
        }

        page.Table([":No.", "Source", "Status", "Words quoted"], report.Sources.Cited.Select(c => new[]
        {
            c.Number.ToString(CultureInfo.InvariantCulture), Link(c.Source.Title, c.Source.Url) + Details(c.Source), Status(c.Source.Status), Quotes(c),
        }));
    }

    private static string Details(Source source)
    {
        var details = string.Join(", ", new[] { source.Publisher, source.Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>());
        return details.Length > 0 ? $" ({Escape(details)})" : "";
    }

    private static string Status(SourceStatus? status) => status switch
    {
        SourceStatus.Verified => "verified",
        SourceStatus.ToBeConfirmed => "**to be confirmed**",
        _ => "",
    };

    private static string Quotes(CitedSource cited) => string.Join("; ", cited.References.Where(r => r.Quote is not null)
        .Select(r => Escape($"{(r.At is { } at ? at + ": " : "")}\"{r.Quote}\"")));
}
