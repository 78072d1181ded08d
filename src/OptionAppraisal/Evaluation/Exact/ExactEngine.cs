using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

/// <summary>The engine that defines the meaning: it interprets the typed expressions with exact decimals.</summary>
/// <remarks>Thread-safe. Derived facts are worked out when first asked for, once for each subject of a session.</remarks>
public sealed class ExactEngine : IEvaluationEngine
{
    /// <inheritdoc/>
    public string Name => "exact";

    /// <inheritdoc/>
    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        return new ExactSession(ExactPlan.Of(plan), appraisalCase, stage, null, cancellationToken);
    }
}
