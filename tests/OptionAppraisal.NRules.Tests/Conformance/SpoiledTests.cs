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

    public static TheoryData<string, bool> All => Of(Spoil.All);

    public static TheoryData<string, bool> ToldByTests => Of(Spoil.All.Where(s => !s.IsBeyondTests));

    /// <summary>By the tests alone, without another engine.</summary>
    [Theory]
    [MemberData(nameof(ToldByTests))]
    public void A_spoiled_engine_fails_a_test(string name, bool isOfRules)
    {
        var spoiled = EngineOf(name, isOfRules);
        DataTests.Files("*.tests.yaml", "tests/conformance").Any(document => IsToldBy(document, spoiled)).ShouldBeTrue();
    }

    /// <summary>By comparison with the other engine, over what the tests judge.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void A_spoiled_engine_differs_from_the_other(string name, bool isOfRules)
    {
        var spoiled = EngineOf(name, isOfRules);
        Judged.All.Any(j => IsOther(j.Plan, j.Case, j.Right, spoiled)).ShouldBeTrue();
    }

    [Fact]
    public void One_that_is_not_spoiled_does_neither()
    {
        foreach (var engine in (IEvaluationEngine[])[Engines.Exact, Engines.Rules])
        {
            var unspoiled = new SpoiledEngine(engine, new Spoil("nothing") { Value = (_, v) => v, Condition = (_, t) => t, Rows = (_, _) => { } });
            RuleTests.Run([Repository.PathOf("tests", "conformance")], Options, unspoiled).Passed.ShouldBeTrue();
            Judged.All.Count(j => OutcomeText.Of(AppraisalRun.Run(j.Plan, j.Case, unspoiled)) != j.Right).ShouldBe(0);
        }
    }

    // What it took for true may make it ask for what no rule concluded.
    private static bool IsToldBy(string document, SpoiledEngine spoiled)
    {
        try
        {
            return !RuleTests.Run([Repository.PathOf(document)], Options, spoiled).Passed;
        }
        catch (InvalidOperationException error) when (error.Message.StartsWith("no rule concluded ", StringComparison.Ordinal))
        {
            return true;
        }
    }

    private static bool IsOther(EvaluationPlan plan, AppraisalCase appraisalCase, string right, SpoiledEngine spoiled)
    {
        try
        {
            return OutcomeText.Of(AppraisalRun.Run(plan, appraisalCase, spoiled)) != right;
        }
        catch (InvalidOperationException error) when (error.Message.StartsWith("no rule concluded ", StringComparison.Ordinal))
        {
            return true;
        }
    }

    // A gate made to apply is asked for parts that no rule judged, and the session says so.
    private static bool IsTold(Func<bool> differs)
    {
        try
        {
            return differs();
        }
        catch (InvalidOperationException error) when (error.Message.StartsWith("no rule concluded", StringComparison.Ordinal))
        {
            return true;
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
}
