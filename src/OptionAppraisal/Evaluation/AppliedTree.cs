using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// The value tree of this case: what does not apply is pruned, and each sibling group brought to 1 again. What may or may not apply is kept.
internal sealed class AppliedTree
{
    private readonly Judging _judging;
    private readonly bool[] _isKept;
    private readonly decimal[] _shares;
    private readonly decimal[] _published;
    private readonly Gaps?[] _doubts;

    public AppliedTree(Judging judging)
    {
        _judging = judging;
        var count = judging.Plan.Pack.AllCriteria.Length;
        _isKept = new bool[count];
        _shares = new decimal[count];
        _published = new decimal[count];
        _doubts = new Gaps?[count];
        var any = false;
        foreach (var node in judging.Plan.Criteria)
        {
            any |= Apply(node, null);
        }

        if (!any && !judging.Plan.Criteria.IsEmpty)
        {
            judging.Bag.Add(JudgingCodes.NoWeightLeft, judging.Plan.Criteria[0].Criterion.Span, "no criterion applies to this case", "change `applies_when` so that a criterion is left");
        }
        else
        {
            Share(judging.Plan.Criteria, 1);
        }
    }

    public bool IsKept(Criterion criterion) => _isKept[criterion.Index];

    // The share of the total, 0 to 1.
    public decimal ShareOf(Criterion criterion) => _shares[criterion.Index];

    // The share as results give it.
    public decimal PublishedShareOf(Criterion criterion) => _published[criterion.Index];

    // Why it is not known whether a criterion applies; null where it applies.
    public Gaps? DoubtOf(Criterion criterion) => _doubts[criterion.Index];

    private bool Apply(PlannedCriterion node, Gaps? above)
    {
        var index = node.Criterion.Index;
        var applies = Conclude(node);
        if (applies == Truth.False)
        {
            return false;
        }

        _doubts[index] = above;
        if (applies == Truth.Unknown)
        {
            var doubt = new Gaps();
            if (above is not null)
            {
                doubt.AddRange(above);
            }

            _judging.Explain(node.Applies!, Subject.Case, doubt);
            _doubts[index] = doubt;
        }

        var any = node.Criterion.IsLeaf;
        foreach (var child in node.Children)
        {
            any |= Apply(child, _doubts[index]);
        }

        return _isKept[index] = any;
    }

    private Truth Conclude(PlannedCriterion node)
    {
        if (node.Applies is null)
        {
            return Truth.True;
        }

        try
        {
            return _judging.Session.Judge(node.Applies, Subject.Case);
        }
        catch (JudgingException error) when (Judging.MayGoOn(error))
        {
            _judging.Bag.Add(error.Diagnostic);
            return Truth.True;
        }
    }

    private void Share(ImmutableArray<PlannedCriterion> siblings, decimal share)
    {
        decimal sum = 0;
        foreach (var node in siblings)
        {
            sum += IsKept(node.Criterion) ? node.Criterion.Weight : 0;
        }

        foreach (var node in siblings)
        {
            if (!IsKept(node.Criterion))
            {
                continue;
            }

            if (sum == 0)
            {
                _judging.Bag.Add(
                    JudgingCodes.NoWeightLeft,
                    node.Criterion.Span,
                    $"of the siblings of `{node.Criterion.Id}` only those without weight apply to this case",
                    "give a criterion that applies a weight, or change `applies_when`");
                return;
            }

            _shares[node.Criterion.Index] = share * node.Criterion.Weight / sum;
            _published[node.Criterion.Index] = PlainNumber.Publish(_shares[node.Criterion.Index]);
            Share(node.Children, _shares[node.Criterion.Index]);
        }
    }
}
