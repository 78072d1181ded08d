using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// The rules of derived facts by scope and index, so that a session finds them and their memory without a dictionary.
internal sealed class DerivedLayout
{
    public DerivedLayout(EvaluationPlan plan)
    {
        OfCase = RulesOf(plan, RuleScopeKind.Case, -1);
        OfOption = RulesOf(plan, RuleScopeKind.Option, -1);
        OfRecord = new Rule[plan.Pack.Schema.RecordLists.Length][];
        for (var i = 0; i < OfRecord.Length; i++)
        {
            OfRecord[i] = RulesOf(plan, RuleScopeKind.Record, i);
        }
    }

    public Rule[] OfCase { get; }

    public Rule[] OfOption { get; }

    public Rule[][] OfRecord { get; }

    private static Rule[] RulesOf(EvaluationPlan plan, RuleScopeKind kind, int list)
    {
        var rules = new List<Rule>();
        foreach (var derived in plan.Derived)
        {
            var scope = derived.Fact.Scope;
            if (scope.Kind != kind || (scope.List?.Index ?? -1) != list)
            {
                continue;
            }

            while (rules.Count <= derived.Fact.Index)
            {
                rules.Add(null!);
            }

            rules[derived.Fact.Index] = derived.Rule;
        }

        return [.. rules];
    }
}
