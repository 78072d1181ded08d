using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>The sum by which a score is read off a curve or a line.</summary>
internal static class LineArithmetic
{
    private const int Decimals = 6;

    public static void Write(ReportContext report, CriterionExplanation criterion)
    {
        if (criterion is not { Line: { } line, Of: { } of })
        {
            return;
        }

        report.Page.Blank();
        if (criterion.Result.Criterion.Leaf is LinearLeaf)
        {
            report.Page.Paragraph($"In proportion between {X(line.FromX, of, report)} (score {report.Number(line.FromScore)}) and {X(line.ToX, of, report)} (score {report.Number(line.ToScore)}).");
        }
        else
        {
            report.Page.Paragraph("Read off a curve, which is straight between its points and flat outside them.");
        }

        if (Sum(line, criterion.Result.Score, of, report) is { } sum)
        {
            report.Page.Paragraph(sum);
        }
    }

    private static string? Sum(LineExplanation line, decimal? score, ValueExplanation of, ReportContext report)
    {
        if (line is not { X: { } x, FromX: { } from, ToX: { } to } || score is not { } known)
        {
            return null;
        }

        if (from == to || x < Math.Min(from, to) || x > Math.Max(from, to))
        {
            return $"{X(x, of, report)} is at a point or outside them all, so the score is {report.Number(known)} without more.";
        }

        return $"{Plain(line.FromScore)} + ({Plain(line.ToScore)} - {Plain(line.FromScore)}) x ({Plain(x)} - {Plain(from)}) / ({Plain(to)} - {Plain(from)}) = {Plain(known)}";
    }

    private static string X(decimal? x, ValueExplanation of, ReportContext report) =>
        x is { } known ? ValueWording.Format(Value.Of(known), of.Type, report.Pack.Decimals) : "an end that is not known";

    private static string Plain(decimal number) => ReportContext.Number(number, Decimals);
}
