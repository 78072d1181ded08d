using OptionAppraisal.Facts;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// The share of weight that rests on testimony: of the leaves that may read a fact so graded, also through derived facts and elements of lists.
internal sealed class TestimonyShare
{
    private readonly AppraisalCase _case;
    private readonly AppliedTree _tree;
    private readonly bool _hasTestimony;

    public TestimonyShare(Judging judging, AppliedTree tree)
    {
        _case = judging.Case;
        _tree = tree;
        _hasTestimony = HasTestimony(_case);
    }

    public decimal Of(AppraisalOption option)
    {
        decimal share = 0;
        if (_hasTestimony)
        {
            foreach (var leaf in _tree.Leaves)
            {
                if (Rests(leaf.Planned, option))
                {
                    share += leaf.Share;
                }
            }
        }

        return share;
    }

    private bool Rests(PlannedCriterion leaf, AppraisalOption option)
    {
        var walk = new TestimonyWalk(_case);
        foreach (var row in leaf.Rows)
        {
            if (walk.Finds(row.Expression, option, null))
            {
                return true;
            }
        }

        return leaf.Operand is { } operand && walk.Finds(operand.Expression, option, null);
    }

    private static bool HasTestimony(AppraisalCase appraisalCase)
    {
        if (appraisalCase.Facts.HasTestimony)
        {
            return true;
        }

        foreach (var option in appraisalCase.Options)
        {
            if (option.Facts.HasTestimony)
            {
                return true;
            }
        }

        foreach (var list in appraisalCase.Records)
        {
            if (list is { } records && records.Any(r => r.Facts.HasTestimony))
            {
                return true;
            }
        }

        return false;
    }
}
