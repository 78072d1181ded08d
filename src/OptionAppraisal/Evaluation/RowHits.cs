using System.Runtime.CompilerServices;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The rows of decision tables as results give them: made once a plan, each alone in a list, for a table is mostly decided by one row.
internal sealed class RowHits
{
    private static readonly ConditionalWeakTable<EvaluationPlan, RowHits> Plans = [];
    private readonly ImmutableArray<RowHit>[]?[] _byCriterion;

    private RowHits(EvaluationPlan plan)
    {
        var criteria = plan.Pack.AllCriteria;
        _byCriterion = new ImmutableArray<RowHit>[]?[criteria.Length];
        foreach (var criterion in criteria)
        {
            if (criterion.Leaf is TableLeaf leaf)
            {
                _byCriterion[criterion.Index] = HitsOf(leaf.Table);
            }
        }
    }

    public static RowHits Of(EvaluationPlan plan) => Plans.GetValue(plan, static p => new RowHits(p));

    // The hit of one row of a table, from 0, alone in a list; the row after the last is the otherwise row.
    public ImmutableArray<RowHit> Alone(Criterion criterion, int row) => _byCriterion[criterion.Index]![row];

    private static ImmutableArray<RowHit>[] HitsOf(DecisionTable table)
    {
        var hits = new ImmutableArray<RowHit>[table.Rows.Length + 1];
        for (var i = 0; i < table.Rows.Length; i++)
        {
            hits[i] = [HitOf(table.Rows[i])];
        }

        hits[^1] = table.Otherwise is { } otherwise ? [HitOf(otherwise)] : [];
        return hits;
    }

    private static RowHit HitOf(TableRow row) => new(row.Number, row.Score, row.Because, row.Sources, row.Span);
}
