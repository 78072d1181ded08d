using OptionAppraisal.Facts;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// The pass that prunes the value tree: to the criteria that the stage names with those above and below them, and to what applies.
internal sealed class AppliedTreePass(Judging judging, CaseRecord? area)
{
    private readonly ImmutableArray<string> _named = judging.Stage?.Criteria ?? [];

    private int _branches;

    // By the index of the criterion why it is not known whether it applies.
    public Gaps?[] Doubts { get; } = new Gaps?[judging.Plan.Pack.AllCriteria.Length];

    // Whether no criterion had a condition, so that the tree is the same for every case.
    public bool IsUnconditional { get; private set; } = true;

    public AppliedNode[] Apply() => Apply(judging.Plan.Criteria, null, _named.IsEmpty);

    private AppliedNode[] Apply(ImmutableArray<PlannedCriterion> siblings, Gaps? above, bool isNamed)
    {
        var kept = new List<AppliedNode>(siblings.Length);
        foreach (var node in siblings)
        {
            if (Apply(node, above, isNamed || _named.Contains(node.Criterion.Id, StringComparer.Ordinal)) is { } applied)
            {
                kept.Add(applied);
            }
        }

        return [.. kept];
    }

    private AppliedNode? Apply(PlannedCriterion node, Gaps? above, bool isNamed)
    {
        var index = node.Criterion.Index;
        if (!(isNamed || HasNamed(node)))
        {
            return null;
        }

        var applies = Conclude(node);
        if (applies == Truth.False)
        {
            return null;
        }

        Doubts[index] = above;
        if (applies == Truth.Unknown)
        {
            var doubt = new Gaps();
            if (above is not null)
            {
                doubt.AddRange(above);
            }

            judging.Explain(node.Applies!, Subject.OfArea(area), doubt);
            Doubts[index] = doubt;
        }

        var children = Apply(node.Children, Doubts[index], isNamed);
        return children.Length > 0 || node.Criterion.IsLeaf
            ? new AppliedNode(node, children, judging.WeightOf(node.Criterion), judging.Rows.CountOf(node.Criterion), node.Criterion.IsLeaf ? -1 : _branches++)
            : null;
    }

    private bool HasNamed(PlannedCriterion node)
    {
        foreach (var child in node.Children)
        {
            if (_named.Contains(child.Criterion.Id, StringComparer.Ordinal) || HasNamed(child))
            {
                return true;
            }
        }

        return false;
    }

    private Truth Conclude(PlannedCriterion node)
    {
        if (node.Applies is null)
        {
            return Truth.True;
        }

        IsUnconditional = false;
        try
        {
            return judging.Session.Judge(node.Applies, Subject.OfArea(area));
        }
        catch (JudgingException error) when (Judging.MayGoOn(error))
        {
            judging.Bag.Add(error.Diagnostic);
            return Truth.True;
        }
    }
}
