using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

/// <summary>The pass from a plan and a case to an appraisal, whatever the engine: stage after stage, until one waits, is stopped, or is the last.</summary>
public static class AppraisalRun
{
    /// <summary>Appraises a case.</summary>
    /// <param name="plan">The plan of the pack that the case was read for, or of what of it is in force on the day of the case.</param>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="engine">The engine that judges the rules.</param>
    /// <param name="stageId">The stage whose result is wanted, which must be reached; null for the last one reached.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A result, or every problem found.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static AppraisalOutcome Run(
        EvaluationPlan plan, AppraisalCase appraisalCase, IEvaluationEngine engine, string? stageId = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        ArgumentNullException.ThrowIfNull(engine);
        cancellationToken.ThrowIfCancellationRequested();
        var bag = new DiagnosticBag();
        var result = stageId is null || IsStage(plan.Pack, appraisalCase, stageId, bag) ? Run(plan, appraisalCase, engine, stageId, bag, cancellationToken) : null;
        if (!bag.HasErrors)
        {
            DayOfTheLaw.Warn(plan.Pack, appraisalCase, bag);
        }

        return bag.HasErrors ? new AppraisalOutcome(null, bag.ToSorted()) : new AppraisalOutcome(result, bag.ToSorted());
    }

    private static AppraisalResult? Run(
        EvaluationPlan plan, AppraisalCase appraisalCase, IEvaluationEngine engine, string? stageId, DiagnosticBag bag, CancellationToken cancellationToken)
    {
        var entry = StageEntry.Of(appraisalCase);
        long steps = 0;
        if (plan.Stages.IsEmpty)
        {
            return Appraise(plan, appraisalCase, engine, null, entry, ref steps, bag, cancellationToken)?.Result;
        }

        var results = ImmutableArray.CreateBuilder<AppraisalResult>(plan.Stages.Length);
        foreach (var stage in plan.Stages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Appraise(plan, appraisalCase, engine, stage, entry, ref steps, bag, cancellationToken) is not { } outcome)
            {
                return null;
            }

            var result = outcome.Result with { EarlierStages = results.ToImmutable() };
            if (result.Stage.Ended != StageEnding.Passed || stage.Stage.Id == stageId)
            {
                if (stageId is not null && stage.Stage.Id != stageId)
                {
                    ReportNotReached(plan.Pack, appraisalCase, stageId, result.Stage, bag);
                }

                return result;
            }

            results.Add(result);
            entry = outcome.Next!;
        }

        return results[^1];
    }

    // The steps of all stages together are those of the appraisal.
    private static StageOutcome? Appraise(
        EvaluationPlan plan, AppraisalCase appraisalCase, IEvaluationEngine engine, PlannedStage? stage, StageEntry entry, ref long steps, DiagnosticBag bag,
        CancellationToken cancellationToken)
    {
        using var session = engine.Open(plan, appraisalCase, stage?.Stage, cancellationToken);
        var counter = session as ICountsSteps;
        counter?.Spend(steps);
        try
        {
            var outcome = new StageRun(new Judging(plan, appraisalCase, stage, session, bag), entry, cancellationToken).Appraise();
            steps = counter?.Spent ?? 0;
            return outcome;
        }
        catch (JudgingException error)
        {
            bag.Add(error.Diagnostic);
            return null;
        }
    }

    private static bool IsStage(RulePack pack, AppraisalCase appraisalCase, string stageId, DiagnosticBag bag)
    {
        if (pack.Stages.Any(s => string.Equals(s.Id, stageId, StringComparison.Ordinal)))
        {
            return true;
        }

        bag.Add(
            JudgingCodes.StageNotReached, appraisalCase.Span, $"the rules have no stage `{stageId}`",
            pack.Stages.IsEmpty ? "they have no stages: leave the stage out" : Suggestion.Help(stageId, pack.Stages.Select(s => s.Id), "stages"));
        return false;
    }

    private static void ReportNotReached(RulePack pack, AppraisalCase appraisalCase, string stageId, StageResult last, DiagnosticBag bag)
    {
        var why = last.Ended == StageEnding.Stopped ? $"was stopped by {Names(last)}" : last.By.IsEmpty ? "waits" : $"waits for {Names(last)}";
        bag.Add(
            JudgingCodes.StageNotReached, appraisalCase.Span, $"the stage `{stageId}` was not reached: the stage `{last.Id}` {why}",
            $"ask for `{string.Join("` or `", pack.Stages.TakeWhile(s => s.Id != stageId).Select(s => s.Id).Where(s => s == last.Id))}`, or record the decisions under `decisions`");
    }

    private static string Names(StageResult stage) => string.Join(" and ", stage.By.Select(b => $"`{b}`"));
}
