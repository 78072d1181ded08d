using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

/// <summary>The engine that defines the meaning: it interprets the typed expressions with exact decimals.</summary>
/// <remarks>Thread-safe. Derived facts are worked out when first asked for, once for each subject of a session.</remarks>
public sealed class ExactEngine : IEvaluationEngine
{
    private readonly ConditionalWeakTable<EvaluationPlan, ExactPlan> _plans = [];

    /// <inheritdoc/>
    public string Name => "exact";

    /// <inheritdoc/>
    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        var made = _plans.GetValue(plan, static p => new ExactPlan(p));
        return new ExactSession(made, appraisalCase, stage, cancellationToken);
    }
}
