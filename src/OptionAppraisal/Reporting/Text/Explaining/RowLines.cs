using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>The rows that decide, those that are open, and those that nearly held.</summary>
internal static class RowLines
{
    public static void Write(ReportContext report, CriterionExplanation criterion)
    {
        var rows = criterion.Rows;
        if (rows.IsEmpty)
        {
            return;
        }

        var leaf = criterion.Result.Criterion.Leaf!;
        Group(report, leaf, "Decided by", [.. rows.Where(r => r.Decides)], distances: true);
        Group(report, leaf, "Nearly held", [.. rows.Where(r => r.Nearly)], distances: true);
        Group(report, leaf, "Not known whether it holds", [.. rows.Where(r => r.Outcome == RowOutcome.NotKnown && !r.Decides)], distances: true);
        Group(report, leaf, "Does not hold", [.. rows.Where(r => r.Outcome == RowOutcome.DoesNotHold && !r.Nearly && !r.Decides)], distances: false);
    }

    private static void Group(ReportContext report, LeafRule leaf, string heading, List<RowExplanation> rows, bool distances)
    {
        if (rows.Count == 0)
        {
            return;
        }

        report.Page.Blank();
        report.Page.Paragraph(new Phrase(heading, TextRole.Strong));
        foreach (var row in rows)
        {
            var line = new Phrase(NameOf(row, leaf)).Add(row.Score is { } score ? $", score {report.Number(score)}" : "").Add(row.Because is { } because ? $": {because}" : "");
            report.Page.Point(line.Add(report.Sources.Cite(row.Sources) is { Length: > 0 } cited ? " " + cited : "", TextRole.Dim));
            foreach (var test in distances ? row.Tests.AsEnumerable() : row.Tests.Where(t => t.Outcome == Truth.False))
            {
                report.Page.Paragraph(TestWording.Describe(test, report.Pack.Decimals) + ".", 1);
                ElementLines.Write(report, distances ? test.Elements : [], 2);
            }

            report.Page.Paragraph(new Phrase(row.At.ToString(), TextRole.Dim), 1);
        }
    }

    private static string NameOf(RowExplanation row, LeafRule leaf)
    {
        var number = row.Row.ToString(CultureInfo.InvariantCulture);
        return (leaf, row.Outcome) switch
        {
            (BandsLeaf, RowOutcome.Otherwise) => "Below the lowest band",
            (_, RowOutcome.Otherwise) => "None of the other rows",
            (BandsLeaf, _) => $"Band {number}",
            (LevelsLeaf, _) => $"Level {number}",
            _ => $"Row {number}",
        };
    }
}
