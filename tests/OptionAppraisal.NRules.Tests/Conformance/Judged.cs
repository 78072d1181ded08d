using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;

namespace OptionAppraisal.NRules.Tests.Conformance;

// What the conformance tests judge, in the order of the documents, and what comes of it: every answer given by both engines.
internal sealed record Judged(EvaluationPlan Plan, AppraisalCase Case, string Right)
{
    private static readonly Lazy<ImmutableArray<Judged>> Recorded = new(Record);

    public static ImmutableArray<Judged> All => Recorded.Value;

    private static ImmutableArray<Judged> Record()
    {
        var engine = new RecordingEngine(PairedEngine.Shared);
        var run = RuleTests.Run([Repository.PathOf("tests", "conformance")], new LoadOptions { Root = Repository.Root }, engine);
        run.Passed.ShouldBeTrue(TestReportText.Write(run.Report));
        return [.. engine.Pairs.Select(p => new Judged(p.Plan, p.Case, OutcomeText.Of(AppraisalRun.Run(p.Plan, p.Case, Engines.Exact))))];
    }
}
