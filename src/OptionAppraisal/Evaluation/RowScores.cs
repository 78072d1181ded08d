using System.Runtime.CompilerServices;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// What each row of a decision table scores where it alone decides, which is mostly so: made once a plan, whatever the option.
internal sealed class RowScores
{
    private const decimal MostPrepared = 1_000_000_000_000;
    private const int PreparedPlaces = 6;
    private const decimal OrdersInOne = 1_000_000;

    private static readonly ConditionalWeakTable<EvaluationPlan, RowScores> Plans = [];
    private readonly LeafScore[]?[] _byCriterion;
    private readonly GateResult?[] _notApplicable;

    private RowScores(EvaluationPlan plan)
    {
        _notApplicable = new GateResult?[plan.Gates.Length];
        var criteria = plan.Pack.AllCriteria;
        _byCriterion = new LeafScore[]?[criteria.Length];
        foreach (var criterion in criteria)
        {
            if (criterion.Leaf is TableLeaf leaf)
            {
                _byCriterion[criterion.Index] = ScoresOf(leaf.Table, criterion);
            }
        }
    }

    // The value tree where no criterion has a condition, once it was made.
    public AppliedTree? WholeTree { get; set; }

    public static RowScores Of(EvaluationPlan plan) => Plans.GetValue(plan, static p => new RowScores(p));

    // The score of one row of a table, from 0; the row after the last is the otherwise row.
    public LeafScore Alone(Criterion criterion, int row) => _byCriterion[criterion.Index]![row];

    // How many rows the table of a criterion has; 0 without a table.
    public int CountOf(Criterion criterion) => _byCriterion[criterion.Index]?.Length ?? 0;

    // The result of a gate that does not apply, which says nothing of the option.
    public GateResult NotApplicable(PlannedGate gate) => _notApplicable[gate.Index] ??= new GateResult(
        gate.Gate, GateOutcome.NotApplicable, [], [], [.. gate.Gate.Parts.Select(p => new GatePartResult(p, GateOutcome.NotApplicable, [], []))]);

    private static LeafScore[] ScoresOf(DecisionTable table, Criterion criterion)
    {
        var scores = new LeafScore[table.Rows.Length + (table.Otherwise is null ? 0 : 1)];
        for (var i = 0; i < scores.Length; i++)
        {
            var row = i < table.Rows.Length ? table.Rows[i] : table.Otherwise!;
            var score = row.Score ?? 0;
            var isSmall = Math.Abs(score) <= MostPrepared && Math.Abs(criterion.Weight) <= MostPrepared && score.Scale <= PreparedPlaces;
            var weighed = isSmall ? criterion.Weight * score : 0;
            var isWhole = isSmall && Math.Abs(weighed) <= MostPrepared && decimal.IsInteger(weighed);
            scores[i] = LeafScore.Known(score) with
            {
                Row = i,
                IsPrepared = isSmall,
                Weighed = weighed,
                IsWhole = isWhole,
                Whole = isWhole ? (long)weighed : 0,
                Order = isSmall ? (long)(score * OrdersInOne) : 0,
                Hits = [new RowHit(row.Number, row.Score, row.Because, row.Sources, row.Span)],
                IsTracedLater = true,
                IsOnScale = criterion.Scale.Holds(score),
            };
        }

        return scores;
    }
}
