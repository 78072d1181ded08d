using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Every option with its number in this paper, its rank, its status and its total.</summary>
internal static class OptionsAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        // The options are numbered through, area by area.
        var number = 0;
        foreach (var area in report.Areas)
        {
            if (area.Title.Length > 0)
            {
                page.Heading(3, EscapeStart(area.Title));
            }

            if (area.Title.Length > 0 && area.Options.IsEmpty)
            {
                page.Paragraph("No option is for this area.");
                continue;
            }

            var start = number;
            page.Table(["No.", "Option", "Status", ":Rank", ":Total of 100"], area.Options.Select((o, i) => new[]
            {
                Number(start + i), Escape(o.Option.Title) + (o.Option.IsBaseline ? " (baseline)" : ""), RankingSection.Standing(report, o).ToString(),
                RankingSection.Rank(o, report), RankingSection.Score(o, report),
            }));
            number += area.Options.Length;
        }

        if (report.Ranked.Any(o => o.Total is null))
        {
            page.Paragraph(RankingSection.OnWhat(report));
        }

        foreach (var pairs in report.Result.Dominance.GroupBy(p => p.Option.Id, StringComparer.Ordinal))
        {
            page.Paragraph($"Whatever the weights and whatever is not known, {Escape(pairs.First().Option.Title)} is better than {ValueWording.Join([.. pairs.Select(p => Escape(p.Dominates.Title))])}.");
        }
    }

    /// <summary>The number of an option in this paper, by its place in the order of rank.</summary>
    public static string Number(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);
}
