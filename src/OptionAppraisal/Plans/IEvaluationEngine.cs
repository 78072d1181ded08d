using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Plans;

/// <summary>An engine that judges a plan over cases.</summary>
/// <remarks>
/// Thread-safe. An engine decides rules; bounds, totals, ranks and the trace are assembled from that, once for all engines. All engines
/// give the same conclusions: the exact evaluator defines them.
/// </remarks>
public interface IEvaluationEngine
{
    /// <summary>The name of the engine, for people.</summary>
    string Name { get; }

    /// <summary>Opens a session for one stage of one case.</summary>
    /// <param name="plan">The plan; the case was read for its pack, or for that of which its pack is the one of the day.</param>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="stage">The stage; null where the pack has none.</param>
    /// <param name="cancellationToken">Stops long work; looked at at least every few thousand steps.</param>
    IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken);
}
