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
        var reading = new TableReading(table, JudgeRows(judging, node, table, subject));
        var operands = judging.Trace(node.Reads, subject);
        if (reading.IsSilent)
        {
            throw NoRowHolds(node, table, option, operands);
        }

        if (reading.Second >= 0)
        {
            throw Conflict(node, table, option, table.Rows[reading.First], table.Rows[reading.Second]);
        }

        return new LeafScore(reading.Low, reading.High)
        {
            Hits = Hits(table, reading),
            Operands = operands,
        }.With(Gaps(judging, node, reading, subject));
    }

    private static Truth[] JudgeRows(Judging judging, PlannedCriterion node, DecisionTable table, Subject subject)
    {
        var truths = new Truth[node.Rows.Length];
        for (var i = 0; i < truths.Length; i++)
        {
            truths[i] = judging.Session.Conclude(node.Rows[i], subject).Truth;
            if (truths[i] == Truth.True && table.HitPolicy == HitPolicy.First)
            {
                // The rows below it count as false: they cannot decide.
                Array.Fill(truths, Truth.False, i + 1, truths.Length - i - 1);
                break;
            }
        }

        return truths;
    }

    private static ImmutableArray<RowHit> Hits(DecisionTable table, TableReading reading)
    {
        var hits = ImmutableArray.CreateBuilder<RowHit>(1);
        for (var i = 0; i < table.Rows.Length; i++)
        {
            if (reading.Decides(i))
            {
                hits.Add(Hit(table.Rows[i]));
            }
        }

        if (reading.Decides(table.Rows.Length))
        {
            hits.Add(Hit(table.Otherwise!));
        }

        return hits.DrainToImmutable();
    }

    private static RowHit Hit(TableRow row) => new(row.Number, row.Score, row.Because, row.Sources, row.Span);

    private static Gaps? Gaps(Judging judging, PlannedCriterion node, TableReading reading, Subject subject)
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

    private static JudgingException NoRowHolds(PlannedCriterion node, DecisionTable table, AppraisalOption option, ImmutableArray<OperandValue> operands)
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
