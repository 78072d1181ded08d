using System.Runtime.CompilerServices;
using NRules;
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
    {
        Plan = plan;
        var repository = new RulePackRepository(plan, publishes: false);
        Layout = repository.Layout;
        Factory = new RuleCompiler().Compile(repository.GetRuleSets());
    }

    public EvaluationPlan Plan { get; }

    public RuleLayout Layout { get; }

    public ISessionFactory Factory { get; }
}
