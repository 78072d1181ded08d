using NRules.RuleModel;
using OptionAppraisal.NRules.Rules;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules;

/// <summary>The rules of a rule pack as rules of NRules, one for each row, gate, derived fact and finding.</summary>
/// <remarks>
/// A rule is named after its place in the pack, tagged with the pack and, where it has one, the criterion, and carries its sources and its
/// <c>file:line:column</c> as properties. A few more rules let the case, its records and its options in. Immutable and thread-safe.
/// </remarks>
public sealed class RulePackRepository : IRuleRepository
{
    /// <summary>The name of the property that holds where a rule is written, as <c>file:line:column</c>.</summary>
    public const string PlaceProperty = "place";

    /// <summary>The name of the property that holds the sources of a rule.</summary>
    public const string SourceProperty = "source";

    private readonly RuleSet _rules;

    /// <summary>The rules of a pack, to look at or to store: <see cref="AppraisalRules"/> runs them. They publish what they conclude as facts.</summary>
    /// <param name="pack">The pack, all of which is taken to be in force.</param>
    public RulePackRepository(RulePack pack)
        : this(PlanBuilder.Build(pack), publishes: true)
    {
    }

    internal RulePackRepository(EvaluationPlan plan, bool publishes)
    {
        Plan = plan;
        Layout = new RuleLayout(plan);
        _rules = new RuleSet(plan.Pack.Id);
        _rules.Add(new PackRules(plan, Layout, publishes).All.Select(r => r.Build(plan.Pack.Id)));
    }

    internal EvaluationPlan Plan { get; }

    internal RuleLayout Layout { get; }

    /// <summary>One set of rules, named after the pack.</summary>
    public IEnumerable<IRuleSet> GetRuleSets() => [_rules];
}
