using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>A criterion and what is below it: what it adds, which rule decides, what nearly held, what it read, what is missing.</summary>
internal static class LeafLines
{
    public static void Write(ReportContext report, CriterionExplanation criterion)
    {
        if (!criterion.Result.Criterion.IsLeaf)
        {
            foreach (var child in criterion.Children)
            {
                Write(report, child);
            }

            return;
        }

        var (page, leaf) = (report.Page, criterion.Result);
        page.Heading($"{leaf.Criterion.Title}: {Score(leaf, report)}");
        page.Paragraph(Adds(leaf, report));
        page.Paragraph(new Phrase(leaf.Criterion.Span.ToString(), TextRole.Dim));
        if (leaf.Criterion.Because is { } because)
        {
            page.Paragraph(because);
        }

        if (report.Sources.Cite(leaf.Criterion.Sources) is { Length: > 0 } sources)
        {
            page.Paragraph(new Phrase($"Source: {sources}", TextRole.Dim));
        }

        RowLines.Write(report, criterion);
        LineArithmetic.Write(report, criterion);
        Judged(report, criterion);
        Values(report, criterion);
        Gaps(report, leaf);
    }

    private static string Score(CriterionResult leaf, ReportContext report)
    {
        var scale = leaf.Criterion.Scale;
        var of = scale.Low == 0 ? $"of {PlainNumber.Format(scale.High)}" : $"on {PlainNumber.Format(scale.Low)} to {PlainNumber.Format(scale.High)}";
        return leaf.Score is null ? $"not known, {report.Figure(null, leaf.Lowest, leaf.Highest)} {of}" : $"{report.Number(leaf.Score.Value)} {of}";
    }

    private static string Adds(CriterionResult leaf, ReportContext report)
    {
        var value = leaf.Criterion.Scale is { Low: 0, High: 100 } ? "" : " brought to 0 to 100";
        return $"It adds {HeadLines.Points(leaf, report)} points: {report.Percent(leaf.Weight)} of the total times its score{value}.";
    }

    private static void Values(ReportContext report, CriterionExplanation criterion)
    {
        if (criterion.Of is null && criterion.Values.IsEmpty)
        {
            return;
        }

        report.Page.Blank();
        report.Page.Paragraph(new Phrase(criterion.Result.Criterion.Leaf is FormulaLeaf ? "The formula" : "What it read", TextRole.Strong));
        ValueLines.Write(report, criterion.Of is { } of ? [of] : criterion.Values, 0);
    }

    private static void Judged(ReportContext report, CriterionExplanation criterion)
    {
        if (criterion.Result.Criterion.Leaf is not JudgedLeaf judged)
        {
            return;
        }

        var page = report.Page;
        page.Blank();
        page.Paragraph(judged.Combine == BodyCombination.LowestBody ? "People judged it: the lowest of the bodies' means counts." : "People judged it: the mean of the bodies' means counts, whatever the size of each body.");
        if (judged.RequiresReasons)
        {
            page.Paragraph("Each score must give its reason.");
        }

        foreach (var anchor in judged.Anchors)
        {
            page.Point($"{report.Number(anchor.Score)}: {anchor.Meaning}", 1);
        }

        foreach (var body in criterion.Bodies)
        {
            var mean = body.Mean is { } known ? report.Number(known) : "not known";
            page.Point(new Phrase(ReportContext.Capital(Sections.BodyWording.NameOf(body.BodyId, report)), TextRole.Strong).Add($": mean {mean}"));
            foreach (var score in body.Scores)
            {
                var given = score.Score is { } figure ? report.Number(figure) : "no score";
                page.Point($"{score.Assessor.Title}: {given}{(score.Because is { } because ? $" - {because}" : "")}", 1);
                page.Paragraph(new Phrase(score.At.ToString(), TextRole.Dim), 2);
            }
        }
    }

    private static void Gaps(ReportContext report, CriterionResult leaf)
    {
        if (leaf.Missing.IsEmpty && leaf.Undefined.IsEmpty)
        {
            return;
        }

        report.Page.Blank();
        report.Page.Paragraph(new Phrase("To know it, find out:", TextRole.Strong));
        foreach (var fact in report.Missing(leaf.Missing))
        {
            report.Page.Point(ReportContext.Describe(fact).Add($" ({fact.Path})", TextRole.Dim));
        }

        foreach (var place in leaf.Undefined)
        {
            report.Page.Point($"how to read \"{place.Text}\", which has no value for these figures ({place.Span})");
        }
    }
}
