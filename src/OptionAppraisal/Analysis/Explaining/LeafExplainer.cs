using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis.Explaining;

// Explains a leaf by its kind: rows with their tests, the stretch of a line, the scores of assessors.
internal sealed class LeafExplainer(AppraisalResult result, OptionResult option, ValueUnfolder values, ConditionReader conditions)
{
    private readonly Subject _subject = Subject.Of(option.Option);

    public CriterionExplanation Explain(CriterionResult leaf, PlannedCriterion planned)
    {
        var of = planned.Operand is { } rule ? values.Unfold(rule, _subject) : null;
        var told = new CriterionExplanation(leaf, of, [], [], null, [], []);
        return leaf.Criterion.Leaf switch
        {
            TableLeaf table => told with { Values = values.Unfold(planned.Reads, _subject), Rows = RowNearness.Mark(Rows(leaf, planned, table.Table)) },
            BandsLeaf bands => told with { Rows = RowNearness.Mark(Rows(leaf, bands, of!)) },
            LevelsLeaf levels => told with { Rows = RowNearness.Mark(Rows(leaf, levels, of!)) },
            CurveLeaf curve => told with { Line = Stretch(curve.Points, NumberOf(of!)) },
            LinearLeaf linear => told with { Line = Line(leaf.Criterion.Scale, linear, planned.Operand!, NumberOf(of!)) },
            JudgedLeaf => told with { Bodies = Bodies(leaf.Criterion) },
            _ => told,
        };
    }

    private static decimal? NumberOf(ValueExplanation of) => of.Value.IsKnown ? of.Value.Number : null;

    private static bool Decides(CriterionResult leaf, int row) => leaf.Hits.Any(h => h.Row == row);

    private IEnumerable<RowExplanation> Rows(CriterionResult leaf, PlannedCriterion planned, DecisionTable table)
    {
        var decided = false;
        for (var i = 0; i < table.Rows.Length; i++)
        {
            var row = table.Rows[i];
            var told = new RowExplanation(row.Number, RowOutcome.NotAsked, Decides(leaf, row.Number), false, row.Score, row.Because, row.Sources, row.Span, []);
            yield return decided ? told : Ask(told, planned.Rows[i]);
            decided |= table.HitPolicy == HitPolicy.First && told.Decides;
        }

        if (table.Otherwise is { } otherwise)
        {
            yield return new(
                otherwise.Number, RowOutcome.Otherwise, Decides(leaf, otherwise.Number), false, otherwise.Score, otherwise.Because, otherwise.Sources, otherwise.Span, []);
        }
    }

    private RowExplanation Ask(RowExplanation row, Rule rule)
    {
        var truth = values.Conclude(rule, _subject).Truth;
        var outcome = truth switch { Truth.True => RowOutcome.Holds, Truth.False => RowOutcome.DoesNotHold, _ => RowOutcome.NotKnown };
        return row with { Outcome = outcome, Tests = conditions.Tests(rule, truth, _subject) };
    }

    private static IEnumerable<RowExplanation> Rows(CriterionResult leaf, BandsLeaf bands, ValueExplanation of)
    {
        var reached = false;
        for (var i = 0; i < bands.Rows.Length; i++)
        {
            var band = bands.Rows[i];
            Truth holds = of.Value.IsUnknown ? Truth.Unknown : of.Value.Number >= band.AtLeast ? Truth.True : Truth.False;
            var test = ConditionReader.Against(Test(of, band.Span, TestKind.AtLeast, holds), Value.Of(band.AtLeast));
            yield return new(i + 1, Outcome(holds, reached), Decides(leaf, i + 1), false, band.Score, band.Because, band.Sources, band.Span, [test]);
            reached |= holds == Truth.True;
        }

        yield return new(bands.Rows.Length + 1, RowOutcome.Otherwise, Decides(leaf, bands.Rows.Length + 1), false, bands.Below, null, [], bands.Span, []);
    }

    private static IEnumerable<RowExplanation> Rows(CriterionResult leaf, LevelsLeaf levels, ValueExplanation of) => levels.Scores.Select((level, i) =>
    {
        Truth holds = of.Value.IsUnknown ? Truth.Unknown : of.Value.Text == level.Member ? Truth.True : Truth.False;
        var test = Test(of, level.Span, TestKind.Is, holds) with { Limits = [Value.ChoiceOf(level.Member)] };
        return new RowExplanation(i + 1, Outcome(holds, reached: false), Decides(leaf, i + 1), false, level.Score, null, [], level.Span, [test]);
    });

    private static RowOutcome Outcome(Truth holds, bool reached) =>
        reached ? RowOutcome.NotAsked : holds switch { Truth.True => RowOutcome.Holds, Truth.False => RowOutcome.DoesNotHold, _ => RowOutcome.NotKnown };

    private static TestExplanation Test(ValueExplanation of, Diagnostics.SourceSpan at, TestKind kind, Truth holds) =>
        new(at.Text, at, holds, of.Name, of.Title, of.Value, of.Type, kind, [], null);

    private static LineExplanation Stretch(ImmutableArray<CurvePoint> points, decimal? x)
    {
        var (from, to) = (points[0], points[^1]);
        if (x is { } known)
        {
            to = points.FirstOrDefault(p => p.X >= known) ?? points[^1];
            from = points.LastOrDefault(p => p.X <= known) ?? points[0];
        }

        return new(x, from.X, from.Score, to.X, to.Score);
    }

    private LineExplanation Line(Scale scale, LinearLeaf linear, Rule rule, decimal? x) =>
        new(x, End(linear.Worst, rule), scale.Low, End(linear.Best, rule), scale.High);

    // The options of the area that are not excluded share the ends; one that is not known leaves them open.
    private decimal? End(LinearEnd end, Rule rule)
    {
        if (end.Kind == LinearEndKind.Number)
        {
            return end.Number;
        }

        decimal? found = null;
        foreach (var other in result.Options.Where(o => !o.Criteria.IsEmpty && ReferenceEquals(o.Option.Area, option.Option.Area)))
        {
            var value = values.Conclude(rule, Subject.Of(other.Option));
            if (value.IsUnknown)
            {
                return null;
            }

            found = found is not { } so ? value.Number : end.Kind == LinearEndKind.Lowest ? Math.Min(so, value.Number) : Math.Max(so, value.Number);
        }

        return found;
    }

    // Who scores no option of a criterion is excused from it.
    private ImmutableArray<BodyExplanation> Bodies(Criterion criterion)
    {
        var given = result.Case.Judgements.Where(j => j.CriterionId == criterion.Id).ToList();
        return
        [
            .. result.Case.Assessors.Where(a => given.Exists(j => j.AssessorId == a.Id)).GroupBy(a => a.BodyId ?? "", StringComparer.Ordinal).Select(body =>
            {
                ImmutableArray<AssessorScore> scores = [.. body.Select(a => Score(a, given.Find(j => j.AssessorId == a.Id && j.OptionId == option.Option.Id)))];
                decimal? mean = scores.All(s => s.Score is not null) ? PlainNumber.Publish(scores.Sum(s => s.Score!.Value) / scores.Length) : null;
                return new BodyExplanation(body.Key, scores, mean);
            }),
        ];
    }

    private static AssessorScore Score(Assessor assessor, JudgedScore? judgement) =>
        new(assessor, judgement?.Score, judgement?.Because, judgement?.Span ?? assessor.Span);
}
