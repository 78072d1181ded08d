using System.Runtime.CompilerServices;
using OptionAppraisal.Analysis;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal;

/// <summary>The judge of cases: gives the appraisal of a case under the rules it was read for.</summary>
/// <remarks>Thread-safe and without state of its own: one serves a whole application. A pack is planned once, when its first case is appraised.</remarks>
public sealed class Appraiser
{
    private static readonly ConditionalWeakTable<RulePack, EvaluationPlan> Plans = [];
    private readonly IEvaluationEngine _engine;

    /// <summary>An appraiser.</summary>
    /// <param name="engine">The engine that judges the rules; the exact one where none is given.</param>
    public Appraiser(IEvaluationEngine? engine = null) => _engine = engine ?? new ExactEngine();

    /// <summary>Appraises a case.</summary>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The appraisal.</returns>
    /// <exception cref="AppraisalException">The rules cannot be applied to the case: it holds every problem with its place.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public AppraisalResult Appraise(AppraisalCase appraisalCase, CancellationToken cancellationToken = default) => Appraise(appraisalCase, null, cancellationToken);

    /// <summary>Appraises a case up to a stage.</summary>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="stageId">The stage whose result is wanted; null for the last one reached.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The appraisal.</returns>
    /// <exception cref="AppraisalException">The rules cannot be applied to the case, or the stage is not reached: it holds every problem with its place.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public AppraisalResult Appraise(AppraisalCase appraisalCase, string? stageId, CancellationToken cancellationToken = default)
    {
        var outcome = TryAppraise(appraisalCase, stageId, cancellationToken);
        return outcome.Result ?? throw new AppraisalException(outcome.Diagnostics);
    }

    /// <summary>Appraises a case and gives problems as data.</summary>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A result, or every problem found.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public AppraisalOutcome TryAppraise(AppraisalCase appraisalCase, CancellationToken cancellationToken = default) => TryAppraise(appraisalCase, null, cancellationToken);

    /// <summary>Appraises a case up to a stage and gives problems as data.</summary>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="stageId">The stage whose result is wanted; null for the last one reached.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A result, or every problem found.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public AppraisalOutcome TryAppraise(AppraisalCase appraisalCase, string? stageId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(appraisalCase);
        if (appraisalCase.Rules is not RulePack pack)
        {
            throw new ArgumentException("the case was not read for a rule pack", nameof(appraisalCase));
        }

        var plan = Plans.GetValue(LawOfTheDay.On(pack, appraisalCase), PlanBuilder.Build);
        return AppraisalRun.Run(plan, appraisalCase, _engine, stageId, cancellationToken);
    }

    /// <summary>Explains the score of an option: rows, values, sources, what nearly held, what is missing.</summary>
    /// <param name="result">A result of an appraiser.</param>
    /// <param name="optionId">The option.</param>
    /// <param name="criterionId">One criterion, leaf or branch; null for all of the option.</param>
    /// <param name="depth">How many derived facts deep values are unfolded, 0 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The explanation, as data.</returns>
    /// <exception cref="ArgumentException">The result has no such option, or the pack no such criterion.</exception>
    /// <exception cref="AppraisalException">Explaining takes more steps than an appraisal may.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public ScoreExplanation Explain(
        AppraisalResult result, string optionId, string? criterionId = null, int depth = ScoreExplanation.DefaultDepth, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(optionId);
        try
        {
            return ScoreExplanation.Of(result, optionId, criterionId, Plans.GetValue(result.Pack, PlanBuilder.Build), _engine, depth, cancellationToken);
        }
        catch (JudgingException error)
        {
            throw new AppraisalException([error.Diagnostic]);
        }
    }
}
