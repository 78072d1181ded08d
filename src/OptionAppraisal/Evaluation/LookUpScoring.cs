using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The score of bands, levels, a curve or a formula: one value looked up; the range of the scores where it is not known.
internal static class LookUpScoring
{
    public static LeafScore Score(Judging judging, PlannedCriterion node, AppraisalOption option)
    {
        var subject = Subject.Of(option);
        var rule = node.Operand!;
        var value = judging.Session.Conclude(rule, subject);
        var operands = judging.Trace(node.Reads, subject);
        if (value.IsKnown)
        {
            return Known(node.Criterion.Leaf!, value) with { Operands = operands };
        }

        var (low, high) = Range(node.Criterion);
        if (low == high)
        {
            return LeafScore.Known(low) with { Operands = operands };
        }

        var gaps = new Gaps();
        judging.Explain(rule, subject, gaps);
        return LeafScore.Between(low, high, gaps) with { Operands = operands };
    }

    private static LeafScore Known(LeafRule leaf, Value value) => leaf switch
    {
        BandsLeaf bands => Step(bands, value.Number),
        LevelsLeaf levels => Member(levels, value.Text),
        CurveLeaf curve => LeafScore.Known(Interpolate(curve.Points, value.Number)),
        _ => LeafScore.Known(value.Number),
    };

    private static LeafScore Step(BandsLeaf bands, decimal value)
    {
        for (var i = 0; i < bands.Rows.Length; i++)
        {
            var band = bands.Rows[i];
            if (value >= band.AtLeast)
            {
                return LeafScore.Known(band.Score) with { Hits = [new RowHit(i + 1, band.Score, band.Because, band.Sources, band.Span)] };
            }
        }

        return LeafScore.Known(bands.Below) with { Hits = [new RowHit(bands.Rows.Length + 1, bands.Below, null, [], bands.Span)] };
    }

    private static LeafScore Member(LevelsLeaf levels, string member)
    {
        for (var i = 0; i < levels.Scores.Length; i++)
        {
            var level = levels.Scores[i];
            if (string.Equals(level.Member, member, StringComparison.Ordinal))
            {
                return LeafScore.Known(level.Score) with { Hits = [new RowHit(i + 1, level.Score, null, [], level.Span)] };
            }
        }

        throw new InvalidOperationException($"the levels have no score for {member}");
    }

    private static decimal Interpolate(ImmutableArray<CurvePoint> points, decimal x)
    {
        if (x <= points[0].X)
        {
            return points[0].Score;
        }

        for (var i = 1; i < points.Length; i++)
        {
            var (before, after) = (points[i - 1], points[i]);
            if (x == after.X)
            {
                return after.Score;
            }

            if (x < after.X)
            {
                return before.Score + ((after.Score - before.Score) * (x - before.X) / (after.X - before.X));
            }
        }

        return points[^1].Score;
    }

    private static (decimal Low, decimal High) Range(Criterion criterion)
    {
        switch (criterion.Leaf)
        {
            case BandsLeaf bands:
                return (Math.Min(bands.Below, bands.Rows.Min(r => r.Score)), Math.Max(bands.Below, bands.Rows.Max(r => r.Score)));
            case LevelsLeaf levels:
                return (levels.Scores.Min(l => l.Score), levels.Scores.Max(l => l.Score));
            case CurveLeaf curve:
                return (curve.Points.Min(p => p.Score), curve.Points.Max(p => p.Score));
            default:
                return (criterion.Scale.Low, criterion.Scale.High);
        }
    }
}
