using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class GateTests
{
    [Theory]
    [InlineData(null, true, GateOutcome.Pass)]
    [InlineData(null, false, GateOutcome.Unknown)]
    [InlineData(null, null, GateOutcome.Unknown)]
    [InlineData(false, true, GateOutcome.NotApplicable)]
    [InlineData(false, false, GateOutcome.NotApplicable)]
    [InlineData(false, null, GateOutcome.NotApplicable)]
    [InlineData(true, true, GateOutcome.Pass)]
    [InlineData(true, false, GateOutcome.Fail)]
    [InlineData(true, null, GateOutcome.Unknown)]
    public void A_gate_applies_and_requires(bool? applies, bool? requires, GateOutcome expected)
    {
        var sketch = new Sketch();
        sketch.Gates.Add(Write.Gate("g", Write.Truth(requires), Write.Truth(applies)));
        sketch.Option("a");
        sketch.Appraise().Options[0].Gates[0].Outcome.ShouldBe(expected);
    }

    [Fact]
    public void Parts_are_judged_singly_and_say_what_is_missing()
    {
        var sketch = new Sketch();
        var gate = Write.Gate("g", Write.Truth(true)) with
        {
            Parts =
            [
                new GatePart("aims", sketch.OfOption("aims", FactType.Boolean), "The aims", [], default),
                new GatePart("money", sketch.OfOption("money", FactType.Boolean), null, [], default),
                new GatePart("staff", sketch.OfOption("staff", FactType.Boolean), null, [], default),
            ],
        };
        sketch.Gates.Add(gate);
        sketch.Option("a", ("aims", true));
        var result = sketch.Appraise().Options[0].Gates[0];
        result.Outcome.ShouldBe(GateOutcome.Unknown);
        result.Parts.Select(p => p.Outcome).ShouldBe([GateOutcome.Pass, GateOutcome.Unknown, GateOutcome.Unknown]);
        result.Missing.ShouldBe(["options.a.money", "options.a.staff"]);
        result.Parts[0].Operands.ShouldHaveSingleItem().Value.ShouldBe(Value.True);
    }

    [Fact]
    public void One_part_that_does_not_hold_fails_the_gate_whatever_else_is_missing()
    {
        var sketch = new Sketch();
        sketch.Gates.Add(Write.Gate("g", Write.Truth(true)) with
        {
            Parts = [new GatePart("a", Write.Truth(null), null, [], default), new GatePart("b", Write.Truth(false), null, [], default)],
        });
        sketch.Option("a");
        var result = sketch.Appraise().Options[0];
        result.Gates[0].Outcome.ShouldBe(GateOutcome.Fail);
        result.Gates[0].Missing.ShouldBeEmpty();
        result.Status.ShouldBe(OptionStatus.Excluded);
    }

    [Fact]
    public void Where_the_requirement_fails_only_its_application_is_missing()
    {
        var sketch = new Sketch();
        sketch.Gates.Add(Write.Gate("g", Write.Truth(false), sketch.OfOption("pooled", FactType.Boolean)));
        sketch.Option("a");
        sketch.Appraise().Options[0].Gates[0].Missing.ShouldBe(["options.a.pooled"]);
    }

    [Fact]
    public void A_case_gate_speaks_for_every_option()
    {
        var sketch = new Sketch();
        sketch.Gates.Add(Write.Gate("g", sketch.OfCase("ok", FactType.Boolean), scope: RuleScope.Case));
        sketch.Case(("ok", false));
        sketch.Option("a");
        sketch.Option("b");
        sketch.Appraise().Options.ShouldAllBe(o => o.Status == OptionStatus.Excluded);
    }

    [Theory]
    [InlineData("pass pass", OptionStatus.Eligible)]
    [InlineData("pass shows", OptionStatus.ShownOnly)]
    [InlineData("shows open", OptionStatus.Unresolved)]
    [InlineData("open fail", OptionStatus.Excluded)]
    [InlineData("fail shows", OptionStatus.Excluded)]
    public void The_strongest_status_counts(string gates, OptionStatus expected)
    {
        var sketch = new Sketch();
        foreach (var (says, i) in gates.Split(' ').Select((g, i) => (g, i)))
        {
            bool? truth = says switch { "pass" => true, "open" => null, _ => false };
            sketch.Gates.Add(Write.Gate($"g{i}", Write.Truth(truth), onFail: says == "shows" ? GateFailure.ShowOnly : GateFailure.Exclude));
        }

        sketch.Criteria.Add(Write.Leaf("c", Write.Formula(Write.Number(50))));
        sketch.Option("a");
        var option = sketch.Appraise().Options[0];
        option.Status.ShouldBe(expected);
        option.Total.ShouldBe(expected == OptionStatus.Excluded ? null : 50);
        option.Criteria.Length.ShouldBe(expected == OptionStatus.Excluded ? 0 : 1);
        option.Rank.ShouldBe(expected == OptionStatus.Eligible ? 1 : null);
        (option.RankedOn is null).ShouldBe(expected is OptionStatus.Excluded or OptionStatus.Unresolved);
    }
}
