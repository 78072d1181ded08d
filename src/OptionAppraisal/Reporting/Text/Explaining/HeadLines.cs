using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>What is explained, and the sum that its total is.</summary>
internal static class HeadLines
{
    public static void Write(ReportContext report, ScoreExplanation explanation)
    {
        var option = explanation.Option;
        report.Page.Title(explanation.Criterion is { } one ? $"{option.Option.Title}: {one.Criterion.Title}" : $"Why {option.Option.Title} came out as it did");
        report.Page.Paragraph($"Case: {report.Case.Title} ({report.Case.Id}), as of {ValueWording.Date(report.Case.AsOf)}.");
        if (report.HasStages)
        {
            report.Page.Paragraph($"Stage: {StageWording.Place(report)}");
        }

        report.Page.Paragraph(new Phrase("Status: ").Add(RankingSection.Status(explanation.Final ?? option)).Add(option.Rank is { } rank && explanation.Final is null ? $", rank {rank.ToString(CultureInfo.InvariantCulture)}." : "."));
        if (explanation.Final is { } final)
        {
            report.Page.Paragraph(new Phrase($"It left in this stage, which is the one explained here. {StageWording.Leaving(final, option, report)}", TextRole.Warning));
        }
        if (option.Criteria.IsEmpty)
        {
            report.Page.Paragraph("It is not scored: an option is scored only where no requirement that excludes has failed.");
        }
        else if (explanation.Criterion is null)
        {
            Total(report, option);
        }
        else
        {
            report.Page.Paragraph($"Of its total, {report.Figure(option.Total, option.Lowest ?? 0, option.Highest ?? 0)}, this criterion makes {Points(explanation.Criterion, report)} points.");
        }
    }

    public static string Points(CriterionResult criterion, ReportContext report)
    {
        var scale = criterion.Criterion.Scale;
        return report.Figure(criterion.Contribution, criterion.Weight * scale.ValueOf(criterion.Lowest), criterion.Weight * scale.ValueOf(criterion.Highest));
    }

    private static void Total(ReportContext report, OptionResult option)
    {
        report.Page.Heading("The total");
        report.Page.Paragraph("Each criterion adds its share of the total times its value, which is its score brought to 0 to 100.");
        report.Page.Blank();
        var table = new TextTable(new("Criterion", Flexible: true), new("Share", Right: true), new("Value", Right: true), new("Points", Right: true));
        foreach (var leaf in option.Criteria.SelectMany(CriterionTree.Leaves))
        {
            var scale = leaf.Criterion.Scale;
            table.Add(leaf.Criterion.Title, report.Percent(leaf.Weight), report.Figure(leaf.Value, scale.ValueOf(leaf.Lowest), scale.ValueOf(leaf.Highest)), Points(leaf, report));
        }

        table.Rule();
        table.Add(new("Total", TextRole.Strong), "", "", new(report.Figure(option.Total, option.Lowest ?? 0, option.Highest ?? 0), TextRole.Strong));
        report.Page.Table(table);
        if (option.RankedOn is { } rankedOn && option.Total is null)
        {
            report.Page.Blank();
            var which = report.Pack.WhenUnknown == WhenUnknown.Midpoint ? "the middle of the range" : "the lowest";
            report.Page.Paragraph($"It is ranked on {report.Number(rankedOn)}, {which}, because something is not known.");
        }
    }
}
