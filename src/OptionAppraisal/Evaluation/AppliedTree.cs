using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// The value tree of a stage for one area: what the stage leaves out or does not apply is pruned, and each sibling group brought to 1 again.
// What may or may not apply is kept.
internal sealed class AppliedTree
{
    private readonly AppliedNode?[] _nodes;
    private readonly Gaps?[] _doubts;

    private AppliedTree(AppliedNode[] top, Gaps?[] doubts)
    {
        _nodes = new AppliedNode?[doubts.Length];
        _doubts = doubts;
        Top = top;
        TopWeights = AppliedNode.WeightsOf(top);
        var leaves = new List<AppliedNode>();
        Collect(top, leaves);
        Leaves = [.. leaves];
    }

    public AppliedNode[] Top { get; }

    // The weights of the top criteria together.
    public decimal TopWeights { get; }

    // How many branches apply.
    public int Branches { get; private set; }

    // The leaves that apply, in order.
    public AppliedNode[] Leaves { get; }

    // Whether the weights are shares that several weight sets make together, so that there are no raw weights.
    public bool IsCombined { get; private init; }

    // What applies for the options of an area, by the weights of the pack, or of what is tried out. Null, with problems, where nothing is left.
    public static AppliedTree? Of(Judging judging, CaseRecord? area)
    {
        if (judging.IsWhole && judging.Rows.WholeTree is { } whole)
        {
            return whole;
        }

        var pass = new AppliedTreePass(judging, area);
        var top = pass.Apply();
        if (top.Length == 0 && PlaceOfCriteria(judging) is { } place)
        {
            judging.Bag.Add(
                JudgingCodes.NoWeightLeft, place,
                judging.Stage is { } stage ? $"no criterion applies to this case in the stage `{stage.Id}`" : "no criterion applies to this case",
                "change `applies_when`, or the days on which criteria are in force, so that a criterion is left");
            return null;
        }

        AppliedTree tree;
        try
        {
            tree = new AppliedTree(top, pass.Doubts);
            if (judging.Case.WeightSets.IsEmpty && !Share(judging, tree.Top, 1, null))
            {
                return null;
            }
        }
        catch (OverflowException)
        {
            judging.AddWeightsTooLarge();
            return null;
        }

        if (judging.IsWhole && pass.IsUnconditional && !judging.Bag.HasErrors)
        {
            judging.Rows.WholeTree = tree;
        }

        return tree;
    }

    public static AppliedTree OfNothing(Judging judging) => new([], new Gaps?[judging.Plan.Pack.AllCriteria.Length]);

    // Where the first criterion is written, in force or not; null for rules without criteria.
    private static SourceSpan? PlaceOfCriteria(Judging judging) =>
        judging.Plan.Criteria is [var first, ..] ? first.Criterion.Span
        : judging.Plan.Pack.NotInForce.FirstOrDefault(n => n.Kind == NotInForceKind.Criterion)?.InForce.Span;

    // The same tree by the weights of one weight set; where it has none the weights stand as they are.
    public AppliedTree? WeighedBy(Judging judging, WeightSet set)
    {
        var weights = set.Weights.ToDictionary(w => w.CriterionId, w => w.Weight, StringComparer.Ordinal);
        try
        {
            var tree = new AppliedTree(Copy(Top, node => weights.GetValueOrDefault(node.Criterion.Id, node.Weight)), _doubts);
            return Share(judging, tree.Top, 1, set) ? tree : null;
        }
        catch (OverflowException)
        {
            judging.AddWeightsTooLarge();
            return null;
        }
    }

    // The same tree by the mean of the leaf shares of several. Below a branch without share the weights stand as they are.
    public AppliedTree Combine(IReadOnlyList<AppliedTree> trees)
    {
        var shares = new decimal[_doubts.Length];
        Add(Top, shares, trees);
        var tree = new AppliedTree(Copy(Top, null, shares), _doubts) { IsCombined = true };
        foreach (var node in tree._nodes)
        {
            node?.Share = shares[node.Index];
        }

        return tree;
    }

    // A criterion of the tree; null for one that does not apply.
    public AppliedNode? NodeOf(Criterion criterion) => _nodes[criterion.Index];

    // Why it is not known whether a criterion applies; null where it applies.
    public Gaps? DoubtOf(Criterion criterion) => _doubts[criterion.Index];

    private static decimal Add(AppliedNode[] siblings, decimal[] shares, IReadOnlyList<AppliedTree> trees)
    {
        decimal sum = 0;
        foreach (var node in siblings)
        {
            if (node.Criterion.IsLeaf)
            {
                decimal share = 0;
                foreach (var tree in trees)
                {
                    share += tree._nodes[node.Index]!.Share;
                }

                shares[node.Index] = share / trees.Count;
            }
            else
            {
                shares[node.Index] = Add(node.Children, shares, trees);
            }

            sum += shares[node.Index];
        }

        return sum;
    }

    private static AppliedNode[] Copy(AppliedNode[] siblings, Func<AppliedNode, decimal> weightOf) =>
        [.. siblings.Select(n => new AppliedNode(n.Planned, Copy(n.Children, weightOf), weightOf(n), n.Rows, n.Branch))];

    private static AppliedNode[] Copy(AppliedNode[] siblings, AppliedNode? above, decimal[] shares) =>
        [.. siblings.Select(n => new AppliedNode(n.Planned, Copy(n.Children, n, shares), above is not null && shares[above.Index] == 0 ? n.Weight : shares[n.Index], n.Rows, n.Branch))];

    private void Collect(AppliedNode[] nodes, List<AppliedNode> leaves)
    {
        foreach (var node in nodes)
        {
            _nodes[node.Index] = node;
            if (node.Criterion.IsLeaf)
            {
                leaves.Add(node);
            }
            else
            {
                Branches++;
            }

            Collect(node.Children, leaves);
        }
    }

    private static bool Share(Judging judging, AppliedNode[] siblings, decimal share, WeightSet? set)
    {
        var sum = AppliedNode.WeightsOf(siblings);
        var isWhole = true;
        foreach (var node in siblings)
        {
            if (sum == 0)
            {
                judging.Bag.Add(
                    JudgingCodes.NoWeightLeft,
                    set?.Span ?? node.Criterion.Span,
                    $"of the siblings of `{node.Criterion.Id}` only those without weight{(set is null ? "" : $" in the weight set `{set.Id}`")} apply to this case{(judging.Stage is { } stage ? $" in the stage `{stage.Id}`" : "")}",
                    "give a criterion that applies a weight, or change `applies_when`");
                return false;
            }

            node.Share = share * node.Weight / sum;
            isWhole &= Share(judging, node.Children, node.Share, set);
        }

        return isWhole;
    }
}
