using System.Runtime.CompilerServices;
using NRules.RuleModel;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Tests.Comparing;

// The NRules engine with its rule definitions changed before they are compiled.
internal sealed class ChangedEngine(Func<EvaluationPlan, IEnumerable<IRuleDefinition>, IEnumerable<IRuleDefinition>> change) : IEvaluationEngine
{
    private readonly ConditionalWeakTable<EvaluationPlan, CompiledRules> _compiled = [];

    public string Name => "changed NRules";

    public CompiledRules RulesOf(EvaluationPlan plan) =>
        _compiled.GetValue(plan, p => new CompiledRules(new RulePackRepository(p, publishes: false), rules => change(p, rules)));

    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
        new NRulesSession(RulesOf(plan), appraisalCase, stage, cancellationToken);
}

// A rule definition with another priority.
internal sealed class Reprioritised(IRuleDefinition rule, int priority) : IRuleDefinition
{
    public string Name => rule.Name;

    public string Description => rule.Description;

    public int Priority => priority;

    public RuleRepeatability Repeatability => rule.Repeatability;

    public IReadOnlyList<string> Tags => rule.Tags;

    public PropertyMap Properties => rule.Properties;

    public DependencyGroupElement DependencyGroup => rule.DependencyGroup;

    public FilterGroupElement FilterGroup => rule.FilterGroup;

    public GroupElement LeftHandSide => rule.LeftHandSide;

    public ActionGroupElement RightHandSide => rule.RightHandSide;
}
