using OptionAppraisal.Facts;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// The share of weight that rests on testimony: of the leaves that may read a fact so graded, also through derived facts and elements of lists.
internal sealed class TestimonyShare
{
    private readonly AppraisalCase _case;
    private readonly AppliedTree _tree;
    private readonly List<PlannedCriterion> _leaves = [];
    private readonly bool _hasTestimony;

    public TestimonyShare(EvaluationPlan plan, AppraisalCase appraisalCase, AppliedTree tree)
    {
        _case = appraisalCase;
        _tree = tree;
        _hasTestimony = HasTestimony(plan.Pack.Schema);
        Collect(plan.Criteria);
    }

    public decimal Of(AppraisalOption option)
    {
        decimal share = 0;
        if (_hasTestimony)
        {
            foreach (var leaf in _leaves)
            {
                if (Rests(leaf, option))
                {
                    share += _tree.ShareOf(leaf.Criterion);
                }
            }
        }

        return share;
    }

    private void Collect(ImmutableArray<PlannedCriterion> nodes)
    {
        foreach (var node in nodes)
        {
            if (_tree.IsKept(node.Criterion))
            {
                if (node.Criterion.IsLeaf)
                {
                    _leaves.Add(node);
                }

                Collect(node.Children);
            }
        }
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

    private bool HasTestimony(FactSchema schema)
    {
        if (Has(_case.Facts, schema.CaseFacts) || _case.Options.Any(o => Has(o.Facts, schema.OptionFacts)))
        {
            return true;
        }

        foreach (var list in schema.RecordLists)
        {
            if (_case.RecordsOf(list) is { } records && records.Any(r => Has(r.Facts, list.Facts)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(FactValues values, ImmutableArray<FactDefinition> facts)
    {
        foreach (var fact in facts)
        {
            if (values.EvidenceOf(fact)?.Grade == EvidenceGrade.Testimony)
            {
                return true;
            }
        }

        return false;
    }
}
