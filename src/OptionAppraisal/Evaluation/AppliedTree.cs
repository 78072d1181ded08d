using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// The value tree of this case: what does not apply is pruned, and each sibling group brought to 1 again. What may or may not apply is kept.
internal sealed class AppliedTree
{
    private readonly Gaps?[] _doubts;

    private AppliedTree(Judging judging)
    {
        _doubts = new Gaps?[judging.Plan.Pack.AllCriteria.Length];
        Top = Apply(judging, judging.Plan.Criteria, null);
        if (Top.Length == 0 && !judging.Plan.Criteria.IsEmpty)
        {
            judging.Bag.Add(JudgingCodes.NoWeightLeft, judging.Plan.Criteria[0].Criterion.Span, "no criterion applies to this case", "change `applies_when` so that a criterion is left");
        }
        else
        {
            Share(judging, Top, 1);
        }

        TopWeights = AppliedNode.WeightsOf(Top);
        var leaves = new List<AppliedNode>();
        CollectLeaves(Top, leaves);
        Leaves = [.. leaves];
    }

    public AppliedNode[] Top { get; }

    // The weights of the top criteria together.
    public decimal TopWeights { get; }

    // How many branches apply.
    public int Branches { get; private set; }

    // The leaves that apply, in order.
    public AppliedNode[] Leaves { get; }

    // The tree of a case; where no criterion has a condition, and the weights are the pack's, it is the same for every case of the plan.
    public static AppliedTree Of(Judging judging)
    {
        if (judging.Rows.WholeTree is { } whole && judging.Case.Variation.Weights.IsEmpty)
        {
            return whole;
        }

        var tree = new AppliedTree(judging);
        if (!judging.Bag.HasErrors && judging.Case.Variation.Weights.IsEmpty && !HasCondition(judging.Plan.Criteria))
        {
            judging.Rows.WholeTree = tree;
        }

        return tree;
    }

    // Why it is not known whether a criterion applies; null where it applies.
    public Gaps? DoubtOf(Criterion criterion) => _doubts[criterion.Index];

    private static bool HasCondition(ImmutableArray<PlannedCriterion> nodes)
    {
        foreach (var node in nodes)
        {
            if (node.Applies is not null || HasCondition(node.Children))
            {
                return true;
            }
        }

        return false;
    }

    private AppliedNode[] Apply(Judging judging, ImmutableArray<PlannedCriterion> siblings, Gaps? above)
    {
        var kept = new List<AppliedNode>(siblings.Length);
        foreach (var node in siblings)
        {
            if (Apply(judging, node, above) is { } applied)
            {
                kept.Add(applied);
            }
        }

        return [.. kept];
    }

    private AppliedNode? Apply(Judging judging, PlannedCriterion node, Gaps? above)
    {
        var index = node.Criterion.Index;
        var applies = Conclude(judging, node);
        if (applies == Truth.False)
        {
            return null;
        }

        _doubts[index] = above;
        if (applies == Truth.Unknown)
        {
            var doubt = new Gaps();
            if (above is not null)
            {
                doubt.AddRange(above);
            }

            judging.Explain(node.Applies!, Subject.Case, doubt);
            _doubts[index] = doubt;
        }

        var children = Apply(judging, node.Children, _doubts[index]);
        return children.Length > 0 || node.Criterion.IsLeaf ? new AppliedNode(node, children, judging.Rows.CountOf(node.Criterion), node.Criterion.IsLeaf ? -1 : Branches++) : null;
    }

    private static Truth Conclude(Judging judging, PlannedCriterion node)
    {
        if (node.Applies is null)
        {
            return Truth.True;
        }

        try
        {
            return judging.Session.Judge(node.Applies, Subject.Case);
        }
        catch (JudgingException error) when (Judging.MayGoOn(error))
        {
            judging.Bag.Add(error.Diagnostic);
            return Truth.True;
        }
    }

    private static void Share(Judging judging, AppliedNode[] siblings, decimal share)
    {
        var sum = AppliedNode.WeightsOf(siblings);
        foreach (var node in siblings)
        {
            if (sum == 0)
            {
                judging.Bag.Add(
                    JudgingCodes.NoWeightLeft,
                    node.Criterion.Span,
                    $"of the siblings of `{node.Criterion.Id}` only those without weight apply to this case",
                    "give a criterion that applies a weight, or change `applies_when`");
                return;
            }

            node.Share = share * node.Weight / sum;
            Share(judging, node.Children, node.Share);
        }
    }

    private static void CollectLeaves(AppliedNode[] nodes, List<AppliedNode> leaves)
    {
        foreach (var node in nodes)
        {
            if (node.Criterion.IsLeaf)
            {
                leaves.Add(node);
            }

            CollectLeaves(node.Children, leaves);
        }
    }
}
