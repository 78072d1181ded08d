using OptionAppraisal.Evaluation;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using Shouldly;

namespace OptionAppraisal.NRules.Tests.Comparing;

// The two engines, and what they must agree on.
internal static class Engines
{
    public static IEvaluationEngine Exact { get; } = new ExactEngine();

    public static IEvaluationEngine Rules { get; } = new NRulesEngine();

    // One outcome, which both give.
    public static AppraisalOutcome ShouldAgree(EvaluationPlan plan, AppraisalCase appraisalCase, string at) =>
        ShouldAgree(engine => AppraisalRun.Run(plan, appraisalCase, engine), at);

    public static AppraisalOutcome ShouldAgree(AppraisalCase appraisalCase, string at) =>
        ShouldAgree(engine => new Appraiser(engine).TryAppraise(appraisalCase), at);

    public static bool Agree(Func<IEvaluationEngine, AppraisalOutcome> run, IEvaluationEngine one, IEvaluationEngine two) =>
        OutcomeText.Of(run(one)) == OutcomeText.Of(run(two));

    private static AppraisalOutcome ShouldAgree(Func<IEvaluationEngine, AppraisalOutcome> run, string at)
    {
        var exact = run(Exact);
        OutcomeText.Of(run(Rules)).ShouldBe(OutcomeText.Of(exact), at);
        return exact;
    }
}

// An engine that remembers what it was asked to judge.
internal sealed class RecordingEngine(IEvaluationEngine inner) : IEvaluationEngine
{
    private readonly HashSet<(EvaluationPlan Plan, AppraisalCase Case)> _seen = [];
    private readonly List<(EvaluationPlan Plan, AppraisalCase Case)> _pairs = [];

    public string Name => inner.Name;

    // Each pair once, in order.
    public IReadOnlyList<(EvaluationPlan Plan, AppraisalCase Case)> Pairs => _pairs;

    public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken)
    {
        if (_seen.Add((plan, appraisalCase)))
        {
            _pairs.Add((plan, appraisalCase));
        }

        return inner.Open(plan, appraisalCase, stage, cancellationToken);
    }
}
