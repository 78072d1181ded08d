using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The weights with how they were set, and the value of every option on every criterion.</summary>
internal static class ValuesAnnex
{
    private const int MostDifferences = 5;

    public static void Write(MarkdownPage page, ReportContext report)
    {
        var all = report.ByRank.Select((o, i) => (Option: o, Number: OptionsAnnex.Number(i))).Where(o => !o.Option.Criteria.IsEmpty).ToList();
        if (all.Count == 0)
        {
            page.Paragraph("No option is scored.");
            return;
        }

        var sets = report.Result.WeightSets;
        var origin = sets.IsEmpty ? "The weights come from the rules."
            : $"The shares are the mean of those by the weights of {ValueWording.Join([.. SideView.OfWeightSets(report).Select(s => Escape(s.Name))])}; where these give none, the weights of the rules stand.";
        page.Paragraph($"Share: of the total. The columns are the options by their numbers in Annex A: the value of each, from 0 (worst) to 100 (best); for a group of criteria, their weighted mean. {origin}");
        foreach (var area in report.Areas)
        {
            Table(page, report, area, [.. all.Where(o => area.Id is null || o.Option.Option.Area?.Id == area.Id)]);
        }

        WeightSetsPart.Write(page, report);
    }

    private static void Table(MarkdownPage page, ReportContext report, ReportArea area, List<(OptionResult Option, string Number)> scored)
    {
        if (scored.Count == 0)
        {
            return;
        }

        if (area.Title.Length > 0)
        {
            page.Heading(3, EscapeStart(area.Title));
        }

        var rows = new List<string[]>();
        for (var i = 0; i < scored[0].Option.Criteria.Length; i++)
        {
            var place = i;
            Add(rows, [.. scored.Select(s => s.Option.Criteria[place])], 0, report);
        }

        rows.Add(["**Total**", "", "", .. scored.Select(s => $"**{report.Figure(s.Option.Total, s.Option.Lowest ?? 0, s.Option.Highest ?? 0)}**")]);
        page.Table(["Criterion", "Weight set by", ":Share", .. scored.Select(s => ":" + s.Number)], rows);
        if (LeadWording.Of(report, area) is { } lead)
        {
            page.Paragraph(string.Join(' ', LeadWording.Ways(lead, report, MostDifferences).Prepend($"**{Escape(lead.Ahead.Option.Title)}** is first{LeadWording.Ahead(lead, report)}.")));
        }
    }

    // The tree is the same for every option of an area that is scored.
    private static void Add(List<string[]> rows, List<CriterionResult> nodes, int level, ReportContext report)
    {
        var criterion = nodes[0].Criterion;
        var title = criterion.IsLeaf ? Escape(criterion.Title) : $"**{Escape(criterion.Title)}**";
        rows.Add([string.Concat(Enumerable.Repeat("&emsp;", level)) + title, Method(criterion.WeightMethod), report.Percent(nodes[0].Weight), .. nodes.Select(n => Value(n, report))]);
        for (var i = 0; i < nodes[0].Children.Length; i++)
        {
            var place = i;
            Add(rows, [.. nodes.Select(n => n.Children[place])], level + 1, report);
        }
    }

    private static string Value(CriterionResult node, ReportContext report) =>
        report.Figure(node.Value, node.Criterion.Scale.ValueOf(node.Lowest), node.Criterion.Scale.ValueOf(node.Highest));

    private static string Method(WeightMethod method) => method switch
    {
        WeightMethod.Equal => "none given: all equal",
        WeightMethod.Swing => "swing weights",
        WeightMethod.Points => "points shared out",
        WeightMethod.RankOrderCentroid => "rank order centroid",
        _ => "a weight on each",
    };
}
