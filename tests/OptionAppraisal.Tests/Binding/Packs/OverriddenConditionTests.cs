using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

/// <summary>When a criterion of a used pack applies, as a pack says that uses it.</summary>
public class OverriddenConditionTests
{
    private const string Tree = """
        rule_pack: used
        facts:
          case: { in_full: { type: boolean } }
          option: { cost: { type: number } }
        criteria:
          value:
            weight: 60
            criteria:
              economy: { weight: 50, formula: cost }
              speed: { weight: 50, applies_when: in_full, formula: 3 }
          fit: { weight: 40, formula: 4 }

        """;

    private const string Root = "rule_pack: root\nuses: [used.pack.yaml]\nareas: places\nrecords: { places: { facts: { town: { type: boolean }, size: { type: number } } } }\n";

    private static LoadResult<RulePack> Load(params (string Name, string Text)[] files)
    {
        using var folder = new Folder();
        var path = "";
        foreach (var (name, text) in files)
        {
            path = folder.Write($"{name}.pack.yaml", text);
        }

        return RulePack.TryLoad(path);
    }

    private static string? Condition(RulePack pack, string criterion) => pack.AllCriteria.Single(c => c.Id == criterion).AppliesWhen?.Span.Text;

    [Theory]
    [InlineData("fit", "area.town")]
    [InlineData("value", "area.town and area.size > 2")]
    [InlineData("speed", "not(in_full)")]
    [InlineData("speed", "true")]
    public void A_leaf_or_branch_of_a_used_pack_applies_when_a_pack_that_uses_it_says(string criterion, string condition)
    {
        var pack = Load(("used", Tree), ("root", $"{Root}overrides: {{ criteria.{criterion}.applies_when: {condition} }}\n")).Value!;

        Condition(pack, criterion).ShouldBe(condition);
        pack.AllCriteria.Single(c => c.Id == criterion).AppliesWhen!.Span.Path.ShouldBe("root.pack.yaml");
    }

    [Fact]
    public void It_reads_the_facts_of_the_pack_that_says_it()
    {
        var result = Load(("used", Tree), ("root", Root + "facts: { case: { early: { type: boolean } } }\noverrides: { criteria.fit.applies_when: early and in_full }\n"));

        Condition(result.Value!, "fit").ShouldBe("early and in_full");
    }

    // A weight and a condition are two things: each pack's word on its own counts.
    [Fact]
    public void A_weight_and_a_condition_of_one_criterion_are_settled_apart()
    {
        var pack = Load(
            ("used", Tree),
            ("middle", "rule_pack: middle\nuses: [used.pack.yaml]\noverrides: { criteria.fit.weight: 7, criteria.fit.applies_when: in_full }\n"),
            ("root", "rule_pack: root\nuses: [middle.pack.yaml]\noverrides: { criteria.fit.weight: 9 }\n")).Value!;

        pack.AllCriteria.Single(c => c.Id == "fit").Weight.ShouldBe(9);
        Condition(pack, "fit").ShouldBe("in_full");
    }

    [Theory]
    [InlineData("overrides: { criteria.fit.applies_when: in_full }", "overrides: { criteria.fit.applies_when: not(in_full) }", "not(in_full)")]
    [InlineData("removes: [criteria.fit]", "overrides: { criteria.fit.applies_when: not(in_full) }", "not(in_full)")]
    [InlineData("overrides: { criteria.fit.applies_when: in_full }", "removes: [criteria.fit]", null)]
    [InlineData("overrides: { criteria.speed.applies_when: in_full }", "removes: [criteria.value]", null)]
    public void The_outermost_pack_wins_also_over_a_removal(string middle, string root, string? condition)
    {
        var result = Load(
            ("used", Tree),
            ("middle", $"rule_pack: middle\nuses: [used.pack.yaml]\n{middle}\n"),
            ("root", $"rule_pack: root\nuses: [middle.pack.yaml]\n{root}\n"));

        result.Diagnostics.ShouldBeEmpty();
        result.Value!.AllCriteria.Select(c => c.AppliesWhen?.Span.Text).LastOrDefault(c => c != "in_full").ShouldBe(condition);
    }

    [Theory]
    [InlineData("overrides: { criteria.fit.applies_when: in_full }", "overrides: { criteria.fit.applies_when: true }", "`criteria.fit.applies_when` is overridden by two packs, neither of which uses the other")]
    [InlineData("removes: [criteria.fit]", "overrides: { criteria.fit.applies_when: true }", "`criteria.fit` is removed by one pack, and when it applies is overridden by another; neither uses the other")]
    [InlineData("overrides: { criteria.fit.weight: 3 }", "overrides: { criteria.fit.applies_when: true }", null)]
    public void Equals_conflict_where_they_say_the_same_thing_anew(string left, string right, string? message)
    {
        var problems = Load(
            ("used", Tree),
            ("left", $"rule_pack: left\nuses: [used.pack.yaml]\n{left}\n"),
            ("right", $"rule_pack: right\nuses: [used.pack.yaml]\n{right}\n"),
            ("root", "rule_pack: root\nuses: [left.pack.yaml, right.pack.yaml]\n")).Diagnostics;

        problems.Select(p => p.Message).ShouldBe(message is null ? [] : [message]);
        problems.ShouldAllBe(p => p.Code == PackCodes.OverridesConflict && p.Span.Path == "right.pack.yaml" && p.First!.Value.Path == "left.pack.yaml");
    }

    [Theory]
    [InlineData("overrides: { criteria.fitt.applies_when: in_full }", "OA4028", "there is no `criteria.fitt.applies_when` to override", "did you mean `criteria.fit.applies_when`?")]
    [InlineData("overrides: { criteria.fit.applies_wen: in_full }", "OA4028", "`criteria.fit.applies_wen` cannot be overridden", "override a weight as `criteria.its_id.weight`, when a criterion applies as `criteria.its_id.applies_when`, a parameter as `parameters.its_name`, or the stages of a gate or finding as `gates.its_id.stages` or `findings.its_id.stages`")]
    [InlineData("overrides: { gates.fit.applies_when: in_full }", "OA4028", "`gates.fit.applies_when` cannot be overridden", "override a weight as `criteria.its_id.weight`, when a criterion applies as `criteria.its_id.applies_when`, a parameter as `parameters.its_name`, or the stages of a gate or finding as `gates.its_id.stages` or `findings.its_id.stages`")]
    [InlineData("overrides: { criteria.own.applies_when: in_full }\ncriteria: { own: { weight: 5, formula: 1 } }", "OA4028", "the criterion `own` is of this pack itself", "write `applies_when:` on the criterion: `overrides` is for those of used packs")]
    [InlineData("overrides: { criteria.speed.applies_when: in_full }\nremoves: [criteria.value]", "OA4028", "`criteria.speed.applies_when` cannot be overridden: the criterion is removed with `value` above it", "take the override out, or keep the criterion")]
    [InlineData("overrides: { criteria.fit.applies_when: in_full }\nremoves: [criteria.fit]", "OA4029", "`criteria.fit` is removed, and when it applies is overridden in the same pack", "take one of them out")]
    [InlineData("overrides: { criteria.fit.applies_when: [in_full] }", "OA2004", "`criteria.fit.applies_when` takes a condition, found a list", "write a condition that reads case facts and `area` alone, or `true` where it always applies")]
    [InlineData("overrides: { criteria.fit.applies_when: }", "OA2004", "`criteria.fit.applies_when` takes a condition, found an empty value", "write a condition that reads case facts and `area` alone, or `true` where it always applies")]
    [InlineData("overrides: { criteria.fit.applies_when: area.size }", "OA3016", null, null)]
    [InlineData("overrides: { criteria.fit.applies_when: 40 }", "OA3016", null, null)]
    [InlineData("overrides: { criteria.fit.applies_when: area.towm }", "OA3007", null, "did you mean `town`?")]
    [InlineData("overrides: { criteria.fit.applies_when: in_ful }", "OA3001", null, "did you mean `in_full`?")]
    [InlineData("overrides: { criteria.fit.applies_when: cost > 3 }", "OA3024", "`cost` is a fact of options, and there is no option here", null)]
    [InlineData("overrides: { criteria.fit.applies_when: is_baseline }", "OA3024", null, null)]
    [InlineData("overrides: { criteria.fit.applies_when: scores.value > 3 }", "OA3021", null, null)]
    [InlineData("overrides: { criteria.fit.applies_when: in_full and }", "OA1601", null, null)]
    public void What_is_wrong_is_said_with_what_to_do(string root, string code, string? message, string? help)
    {
        var problem = Load(("used", Tree), ("root", $"{Root}{root}\n")).Diagnostics.ShouldHaveSingleItem();

        problem.Code.Id.ShouldBe(code);
        problem.Message.ShouldBe(message ?? problem.Message);
        problem.Help.ShouldNotBeNullOrEmpty();
        problem.Help.ShouldBe(help ?? problem.Help);
        problem.Span.Path.ShouldBe("root.pack.yaml");
        problem.Span.Start.Line.ShouldBeGreaterThan(4);
    }
}
