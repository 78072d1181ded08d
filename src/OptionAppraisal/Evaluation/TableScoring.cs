using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The score of a decision table, with the rows that decide and what is missing in the rows that still matter.
internal static class TableScoring
{
    public static LeafScore Score(Judging judging, PlannedCriterion node, DecisionTable table, AppraisalOption option)
    {
        var subject = Subject.Of(option);
        var truths = judging.RoomFor(node.Rows.Length);

        // The rows below the first that holds count as false where it alone decides.
        var judged = judging.Session.JudgeRows(node.Rows, subject, untilTrue: table.HitPolicy == HitPolicy.First, truths);
        if (judged < truths.Length)
        {
            truths[judged..].Fill(Truth.False);
        }

        var only = TableReading.FindOnly(table, truths);
        var score = only >= 0 ? judging.Rows.Alone(node.Criterion, only) : Read(judging, node, table, option, truths);
        judging.Settle(node.ReadsMade, option);
        return node.IsTracedLater ? score : score with { Operands = judging.Trace(node.Reads, subject), IsTracedLater = false };
    }

    private static LeafScore Read(Judging judging, PlannedCriterion node, DecisionTable table, AppraisalOption option, ReadOnlySpan<Truth> truths)
    {
        var subject = Subject.Of(option);
        var reading = new TableReading(table, truths);
        judging.Settle(node.ReadsMade, option);
        if (reading.IsSilent)
        {
            throw NoRowHolds(node, table, option, judging.Trace(node.Reads, subject));
        }

        if (reading.Second >= 0)
        {
            throw Conflict(node, table, option, table.Rows[reading.First], table.Rows[reading.Second]);
        }

        return reading.Single is >= 0 and var single
            ? judging.Rows.Alone(node.Criterion, single)
            : new LeafScore(reading.Low, reading.High) { Hits = Hits(judging, node, table, reading), IsTracedLater = true }.With(Gaps(judging, node, reading, subject));
    }

    private static ImmutableArray<RowHit> Hits(Judging judging, PlannedCriterion node, DecisionTable table, in TableReading reading)
    {
        var hits = ImmutableArray.CreateBuilder<RowHit>(1);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (reading.Decides(i))
            {
                hits.AddRange(judging.Rows.Alone(node.Criterion, i).Hits);
            }
        }

        if (reading.Decides(table.Rows.Length))
        {
            hits.AddRange(judging.Rows.Alone(node.Criterion, table.Rows.Length).Hits);
        }

        return hits.DrainToImmutable();
    }

    private static Gaps? Gaps(Judging judging, PlannedCriterion node, in TableReading reading, Subject subject)
    {
        if (reading.IsKnown)
        {
            return null;
        }

        var gaps = new Gaps();
        for (var i = 0; i < node.Rows.Length; i++)
        {
            if (reading.Matters(i))
            {
                judging.Explain(node.Rows[i], subject, gaps);
            }
        }

        return gaps;
    }

    private static LeafScore With(this LeafScore score, Gaps? gaps) =>
        gaps is null ? score : score with { Missing = gaps.Missing, Undefined = gaps.Undefined };

    private static JudgingException NoRowHolds(PlannedCriterion node, DecisionTable table, AppraisalOption option, OperandValues operands)
    {
        var values = operands.IsEmpty ? "" : ": " + string.Join(", ", operands.Select(o => $"`{o.Name}` is {o.Value}"));
        return new JudgingException(new Diagnostic(
            JudgingCodes.NoRowHolds,
            table.Span,
            $"no row of `{node.Criterion.Id}` holds for the option `{option.Id}`{values}",
            "add a row for these values, or a last row `{ otherwise: true, score: ... }`"));
    }

    private static JudgingException Conflict(PlannedCriterion node, DecisionTable table, AppraisalOption option, TableRow first, TableRow second)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"rows {first.Number} and {second.Number} of `{node.Criterion.Id}` both hold for the option `{option.Id}`");
        return new JudgingException(table.HitPolicy == HitPolicy.Unique
            ? new Diagnostic(
                JudgingCodes.TwoRowsHold,
                second.Span,
                rows,
                "make the conditions of the two rows exclude each other, or say `hit_policy: first`",
                first.Span)
            : new Diagnostic(
                JudgingCodes.RowsDisagree,
                second.Span,
                $"{rows} and give {PlainNumber.Format(first.Score ?? 0)} and {PlainNumber.Format(second.Score ?? 0)}",
                "give both rows the same score, or say `hit_policy: first`",
                first.Span));
    }
}
