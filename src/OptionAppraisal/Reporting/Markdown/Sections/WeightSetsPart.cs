using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The weights of each party, the ranking by each alone beside the one that counts, and whether the difference matters.</summary>
internal static class WeightSetsPart
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        if (report.Result.WeightSets.IsEmpty)
        {
            return;
        }

        page.Heading(3, "The weights of each party");
        var sides = SideView.OfWeightSets(report);
        var sets = report.Result.WeightSets;
        var named = report.Pack.AllCriteria.Where(c => sets.Any(s => s.WeightSet.Weights.Any(w => w.CriterionId == c.Id)));
        page.Table(["Criterion", .. sides.Select(s => ":" + Escape(s.Title))], named.Select(c => (string[])
        [
            Escape(c.Title), .. sets.Select(s => s.WeightSet.Weights.FirstOrDefault(w => w.CriterionId == c.Id) is { } weight ? PlainNumber.Format(weight.Weight) : "-"),
        ]));
        page.Paragraph("Rank, and in brackets the total of 100, by the weights of each alone:");
        Rankings(page, report, sides);
        foreach (var sentence in SideView.OnWeights(report))
        {
            page.Point(EscapeStart(ReportContext.Capital(sentence)));
        }
    }

    /// <summary>Rankings side by side, a table for each area.</summary>
    public static void Rankings(MarkdownPage page, ReportContext report, ImmutableArray<SideView> sides)
    {
        foreach (var area in report.Areas.Where(a => a.Options.Any(o => o.Lowest is not null)))
        {
            if (area.Title.Length > 0)
            {
                page.Paragraph($"**{Escape(area.Title)}**");
            }

            page.Table(["Option", ":Together", .. sides.Select(s => ":" + Escape(s.Title))], area.Options.Where(o => o.Lowest is not null).Select(o => (string[])
            [
                Escape(o.Option.Title), SideView.Counting(o, report), .. sides.Select(s => s.Cell(o, report)),
            ]));
        }
    }
}
