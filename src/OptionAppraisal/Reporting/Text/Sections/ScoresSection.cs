using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>The value tree of each scored option: share, score, points, and the reason for each score.</summary>
internal static class ScoresSection
{
    public static void Write(ReportContext report)
    {
        var options = report.ByRank.Where(o => !o.Criteria.IsEmpty).ToList();
        if (options.Count == 0)
        {
            return;
        }

        report.Page.Heading("Scores and reasons");
        report.Page.Paragraph("Share: of the total. Score: from 0 (worst) to 100 (best) unless another scale is shown. Points: what it adds to the total.");
        foreach (var option in options)
        {
            Write(report, option);
        }
    }

    private static void Write(ReportContext report, OptionResult option)
    {
        var page = report.Page;
        page.Blank();
        var total = report.Figure(option.Total, option.Lowest ?? 0, option.Highest ?? 100);
        page.Paragraph(new Phrase(option.Option.Title, TextRole.Strong).Add($": {total} of 100, ").Add(Standing(option)));
        Requirements(report, option);
        page.Blank();
        var table = new TextTable(new("Criterion", Flexible: true), new("Share", Right: true), new("Score", Right: true), new("Points", Right: true));
        foreach (var criterion in option.Criteria)
        {
            Add(table, criterion, 0, report);
        }

        page.Table(table);
    }

    private static Phrase Standing(OptionResult option) =>
        option.Rank is { } rank ? $"rank {rank.ToString(CultureInfo.InvariantCulture)}" : RankingSection.Status(option);

    private static void Requirements(ReportContext report, OptionResult option)
    {
        var met = option.Gates.Where(g => g.Outcome == GateOutcome.Pass).Select(g => g.Gate.Title).ToList();
        var idle = option.Gates.Count(g => g.Outcome == GateOutcome.NotApplicable);
        if (met.Count > 0)
        {
            report.Page.Paragraph(new($"Requirements met: {string.Join("; ", met)}.", TextRole.Dim));
        }

        if (idle > 0)
        {
            report.Page.Paragraph(new($"{ReportContext.Count(idle, "requirement does", "requirements do")} not apply to it.", TextRole.Dim));
        }
    }

    private static void Add(TextTable table, CriterionResult criterion, int level, ReportContext report)
    {
        var branch = !criterion.Criterion.IsLeaf;
        var known = criterion.Score is not null;
        table.AddIndented(
            2 * level, new Phrase(criterion.Criterion.Title, branch ? TextRole.Strong : TextRole.Plain), report.Percent(criterion.Weight),
            new(Score(criterion, report), known ? TextRole.Plain : TextRole.Warning), Points(criterion, report));
        if (!branch)
        {
            table.Note((2 * level) + 2, ReasonWording.Describe(criterion, report));
        }

        foreach (var child in criterion.Children)
        {
            Add(table, child, level + 1, report);
        }
    }

    private static string Score(CriterionResult criterion, ReportContext report)
    {
        var figure = report.Figure(criterion.Score, criterion.Lowest, criterion.Highest);
        var scale = criterion.Criterion.Scale;
        return scale is { Low: 0, High: 100 } ? figure : $"{figure} on {PlainNumber.Format(scale.Low)}-{PlainNumber.Format(scale.High)}";
    }

    private static string Points(CriterionResult criterion, ReportContext report)
    {
        var scale = criterion.Criterion.Scale;
        return report.Figure(criterion.Contribution, criterion.Weight * scale.ValueOf(criterion.Lowest), criterion.Weight * scale.ValueOf(criterion.Highest));
    }
}
