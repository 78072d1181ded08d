using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Every score of every option with its reason.</summary>
internal static class ScoresAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        page.Paragraph("Points: what a criterion adds to the total, its share times its value. Numbers in square brackets are those of the sources in Annex G.");
        foreach (var option in report.ByRank.Where(o => !o.Criteria.IsEmpty))
        {
            var total = report.Figure(option.Total, option.Lowest ?? 0, option.Highest ?? 0);
            page.Heading(3, EscapeStart(option.Option.Title) + $": {total} of 100");
            var rows = new List<string[]>();
            foreach (var criterion in option.Criteria)
            {
                Add(rows, criterion, 0, report);
            }

            page.Table(["Criterion", ":Share", ":Score", ":Points", "Reason"], rows);
        }
    }

    private static void Add(List<string[]> rows, CriterionResult node, int level, ReportContext report)
    {
        var leaf = node.Criterion.IsLeaf;
        var scale = node.Criterion.Scale;
        var score = report.Figure(node.Score, node.Lowest, node.Highest) + (scale is { Low: 0, High: 100 } ? "" : $" on {PlainNumber.Format(scale.Low)}-{PlainNumber.Format(scale.High)}");
        rows.Add(
        [
            string.Concat(Enumerable.Repeat("&emsp;", level)) + (leaf ? Escape(node.Criterion.Title) : $"**{Escape(node.Criterion.Title)}**"),
            report.Percent(node.Weight), score, Text.Explaining.HeadLines.Points(node, report), leaf ? Escape(ReasonWording.Describe(node, report).ToString()) : "",
        ]);
        foreach (var child in node.Children)
        {
            Add(rows, child, level + 1, report);
        }
    }
}
