using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Plans;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>What the data is worth: an engine that gets one thing wrong is found out, whichever of the two it is.</summary>
public sealed class SpoiledTests
{
    private static readonly LoadOptions Options = new() { Root = Repository.Root };

    // What is judged, once, in the order of the documents.
    private static readonly Lazy<ImmutableArray<(EvaluationPlan Plan, AppraisalCase Case, string Right)>> Judged = new(Record);

    public static TheoryData<string, bool> All => Of(Spoil.All);

    public static TheoryData<string, bool> ToldByTests => Of(Spoil.All.Where(s => !s.IsBeyondTests));

    /// <summary>By the tests alone, without another engine.</summary>
    [Theory]
    [MemberData(nameof(ToldByTests))]
    public void A_spoiled_engine_fails_a_test(string name, bool isOfRules)
    {
        var spoiled = EngineOf(name, isOfRules);
        DataTests.Files("*.tests.yaml", "tests/conformance").Any(document => !RuleTests.Run([Repository.PathOf(document)], Options, spoiled).Passed).ShouldBeTrue();
    }

    /// <summary>By comparison with the other engine, over what the tests judge.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void A_spoiled_engine_differs_from_the_other(string name, bool isOfRules)
    {
        var spoiled = EngineOf(name, isOfRules);
        Judged.Value.Any(j => OutcomeText.Of(AppraisalRun.Run(j.Plan, j.Case, spoiled)) != j.Right).ShouldBeTrue();
    }

    [Fact]
    public void One_that_is_not_spoiled_does_neither()
    {
        foreach (var engine in (IEvaluationEngine[])[Engines.Exact, Engines.Rules])
        {
            var unspoiled = new SpoiledEngine(engine, new Spoil("nothing") { Value = (_, v) => v, Condition = (_, t) => t, Rows = (_, _) => { } });
            RuleTests.Run([Repository.PathOf("tests", "conformance")], Options, unspoiled).Passed.ShouldBeTrue();
            Judged.Value.Count(j => OutcomeText.Of(AppraisalRun.Run(j.Plan, j.Case, unspoiled)) != j.Right).ShouldBe(0);
        }
    }

    private static TheoryData<string, bool> Of(IEnumerable<Spoil> spoils)
    {
        var all = new TheoryData<string, bool>();
        foreach (var spoil in spoils)
        {
            all.Add(spoil.Name, false);
            all.Add(spoil.Name, true);
        }

        return all;
    }

    private static SpoiledEngine EngineOf(string name, bool isOfRules) => new(isOfRules ? Engines.Rules : Engines.Exact, Spoil.All.Single(s => s.Name == name));

    private static ImmutableArray<(EvaluationPlan Plan, AppraisalCase Case, string Right)> Record()
    {
        var engine = new RecordingEngine(Engines.Exact);
        RuleTests.Run([Repository.PathOf("tests", "conformance")], Options, engine).Passed.ShouldBeTrue();
        return [.. engine.Pairs.Select(p => (p.Plan, p.Case, OutcomeText.Of(AppraisalRun.Run(p.Plan, p.Case, Engines.Exact))))];
    }
}
