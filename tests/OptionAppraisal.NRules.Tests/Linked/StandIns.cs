using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Tests;

// What the linked tests of the library mean by `ExactEngine`: in this project their namespace finds this class before the library's.
internal sealed class ExactEngine : IEvaluationEngine
{
    private readonly IEvaluationEngine _engine = EngineInUse.Current;

    public string Name => _engine.Name;

    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
        _engine.Open(plan, appraisalCase, stage, cancellationToken);
}

// What they mean by `Appraiser`, which is exact where no engine is named.
internal sealed class Appraiser(IEvaluationEngine? engine = null)
{
    private readonly OptionAppraisal.Appraiser _appraiser = new(engine ?? EngineInUse.Current);

    public AppraisalResult Appraise(AppraisalCase appraisalCase, CancellationToken cancellationToken = default) => _appraiser.Appraise(appraisalCase, cancellationToken);

    public AppraisalResult Appraise(AppraisalCase appraisalCase, string? stageId, CancellationToken cancellationToken = default) =>
        _appraiser.Appraise(appraisalCase, stageId, cancellationToken);

    public AppraisalOutcome TryAppraise(AppraisalCase appraisalCase, CancellationToken cancellationToken = default) => _appraiser.TryAppraise(appraisalCase, cancellationToken);

    public AppraisalOutcome TryAppraise(AppraisalCase appraisalCase, string? stageId, CancellationToken cancellationToken = default) =>
        _appraiser.TryAppraise(appraisalCase, stageId, cancellationToken);

    public OptionAppraisal.Analysis.ScoreExplanation Explain(
        AppraisalResult result, string optionId, string? criterionId = null, int depth = OptionAppraisal.Analysis.ScoreExplanation.DefaultDepth, CancellationToken cancellationToken = default) =>
        _appraiser.Explain(result, optionId, criterionId, depth, cancellationToken);
}

// The engine that linked tests run on: both, answer by answer, unless a test says otherwise.
internal static class EngineInUse
{
    private static readonly AsyncLocal<IEvaluationEngine?> Chosen = new();

    public static IEvaluationEngine Current => Chosen.Value ?? PairedEngine.Shared;

    public static T With<T>(IEvaluationEngine engine, Func<T> work)
    {
        var before = Chosen.Value;
        Chosen.Value = engine;
        try
        {
            return work();
        }
        finally
        {
            Chosen.Value = before;
        }
    }
}
