using System.Runtime.CompilerServices;
using NRules;
using NRules.RuleModel;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules;

/// <summary>The engine that judges the rules of a pack with NRules, one session of rules for each stage of a case.</summary>
/// <remarks>Thread-safe. The rules of a plan are compiled when it is first judged, once, and shared by threads; sessions are not shared.</remarks>
public sealed class NRulesEngine : IEvaluationEngine
{
    private readonly ConditionalWeakTable<EvaluationPlan, CompiledRules> _compiled = [];

    /// <inheritdoc/>
    public string Name => "NRules";

    /// <inheritdoc/>
    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        return new NRulesSession(_compiled.GetValue(plan, static p => new CompiledRules(p)), appraisalCase, stage, cancellationToken);
    }
}

// The rules of a plan, compiled.
internal sealed class CompiledRules
{
    public CompiledRules(EvaluationPlan plan)
        : this(new RulePackRepository(plan, publishes: false), static rules => rules)
    {
    }

    // With the rules changed before they are compiled.
    public CompiledRules(RulePackRepository repository, Func<IEnumerable<IRuleDefinition>, IEnumerable<IRuleDefinition>> change)
    {
        Plan = repository.Plan;
        Layout = repository.Layout;
        Factory = new RuleCompiler().Compile(change(repository.GetRuleSets().SelectMany(s => s.Rules)));
    }

    public EvaluationPlan Plan { get; }

    public RuleLayout Layout { get; }

    public ISessionFactory Factory { get; }
}
