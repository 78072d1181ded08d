using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

/// <summary>Criteria that a pack takes out of those it uses, and what still names them.</summary>
public class RemovedCriteriaTests
{
    private const string Tree = """
        rule_pack: used
        criteria:
          value:
            weight: 60
            criteria:
              economy: { weight: 50, formula: 1 }
              quality: { weight: 30, judged: true }
              speed: { weight: 20, formula: 3 }
          fit: { weight: 30, formula: 4 }
          ease: { weight: 10, formula: 5 }

        """;

    private const string Root = "rule_pack: root\nuses: [used.pack.yaml]\n";

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

    private static Diagnostic Problem(string used, string root) => Load(("used", used), ("root", Root + root)).Diagnostics.ShouldHaveSingleItem();

    [Fact]
    public void A_removed_leaf_is_out_and_the_others_keep_their_weights()
    {
        var pack = Load(("used", Tree), ("root", Root + "removes: [criteria.speed]\n")).Value!;

        pack.AllCriteria.Select(c => (c.Id, c.Weight)).ShouldBe([("value", 60m), ("economy", 50m), ("quality", 30m), ("fit", 30m), ("ease", 10m)]);
    }

    [Fact]
    public void A_removed_branch_takes_all_below_it_along() =>
        Load(("used", Tree), ("root", Root + "removes: [criteria.value]\n")).Value!.AllCriteria.Select(c => c.Id).ShouldBe(["fit", "ease"]);

    [Fact]
    public void A_removed_criterion_asks_for_no_baseline()
    {
        const string Used = "rule_pack: used\nfacts: { option: { cost: { type: number } } }\ncriteria: { a: { weight: 1, formula: cost / baseline.cost }, b: { weight: 1, formula: cost } }\n";

        Load(("used", Used), ("root", Root)).Value!.NeedsBaseline.ShouldBeTrue();
        Load(("used", Used), ("root", Root + "removes: [criteria.a]\n")).Value!.NeedsBaseline.ShouldBeFalse();
    }

    [Theory]
    [InlineData("removes: [criteria.speed]\noverrides: { criteria.economy.weight: 70 }")]
    [InlineData("removes: [criteria.value]\nstages: { one: { criteria: [fit] } }")]
    [InlineData("removes: [criteria.speed]\nweights: { method: points, values: { value: 2, fit: 1, ease: 1 } }")]
    [InlineData("removes: [criteria.fit, criteria.ease]\ncriteria: { own: { weight: 5, formula: 1 } }")]
    public void What_does_not_name_it_stands(string root) => Load(("used", Tree), ("root", $"{Root}{root}\n")).Diagnostics.ShouldBeEmpty();

    [Theory]
    [InlineData("removes: [criteria.economy, criteria.quality, criteria.speed]", "nothing is left below `value`", "remove `criteria.value` instead, or keep one of the criteria below it")]
    [InlineData("removes: [criteria.value]\nstages: { one: { criteria: [value, fit] } }", "the criterion `value` is removed", "take it out here, or keep it: `criteria.value` stands under `removes:` in `root.pack.yaml`")]
    [InlineData("removes: [criteria.value]\nstages: { one: { criteria: [speed, fit] } }", "the criterion `speed` is removed with `value` above it", "take it out here, or keep it: `criteria.value` stands under `removes:` in `root.pack.yaml`")]
    [InlineData("removes: [criteria.ease]\nweights: { method: points, values: { value: 2, fit: 1, ease: 1 } }", "the criterion `ease` is removed", "take it out here, or keep it: `criteria.ease` stands under `removes:` in `root.pack.yaml`")]
    [InlineData("removes: [criteria.value]\noverrides: { criteria.speed.weight: 4 }", "`criteria.speed.weight` cannot be overridden: the criterion is removed with `value` above it", "take the override out, or keep the criterion")]
    [InlineData("removes: [criteria.speed]\noverrides: { criteria.speed.weight: 4 }", "`criteria.speed` is removed, and its weight is overridden in the same pack", "take one of them out")]
    [InlineData("removes: [criteria.value, criteria.speed]", "`criteria.speed` is removed already, with `value` above it", "take it out here")]
    [InlineData("removes: [criteria.sped]", "there is no `criteria.sped` to remove", "did you mean `criteria.speed`?")]
    [InlineData("removes: [criteria.own]\ncriteria: { own: { weight: 5, formula: 1 } }", "`criteria.own` is of this pack itself", "`removes` is for those of used packs: delete its definition here")]
    [InlineData("removes: [criteria.speed]\ncriteria: { speed: { weight: 5, formula: 1 } }", "the criterion `speed` is defined twice", "give one of them another id: ids are unique in the whole tree")]
    [InlineData("removes: [criteria.speed.weight]", "`criteria.speed.weight` cannot be removed", "remove a gate as `gates.its_id`, a criterion as `criteria.its_id`, or a finding as `findings.its_id`")]
    public void What_still_names_it_is_told_with_what_to_do(string root, string message, string help)
    {
        var problem = Problem(Tree, root + "\n");

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
        problem.Span.Path.ShouldBe("root.pack.yaml");
    }

    [Theory]
    [InlineData("scores.speed > 1", "the criterion `speed` is removed with `value` above it")]
    [InlineData("scores.value > 1", "the criterion `value` is removed")]
    [InlineData("dissent.quality", "the criterion `quality` is removed with `value` above it")]
    public void A_finding_that_reads_it_must_go_too(string when, string message)
    {
        var used = $"{Tree}findings: {{ told: {{ kind: risk, severity: low, when: {when}, says: Told. }} }}\n";
        var problem = Problem(used, "removes: [criteria.value]\n");

        problem.Code.ShouldBe(ExpressionCodes.UnknownConclusion);
        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe("remove the finding too, or keep the criterion: `criteria.value` stands under `removes:` in `root.pack.yaml`");
        Load(("used", used), ("root", Root + "removes: [criteria.value, findings.told]\n")).Diagnostics.ShouldBeEmpty();
    }

    // What the packs inside say of it counts for nothing: they cannot know who uses them.
    [Theory]
    [InlineData("overrides: { criteria.speed.weight: 4 }", "criteria.speed")]
    [InlineData("overrides: { criteria.speed.weight: 4 }", "criteria.value")]
    [InlineData("removes: [criteria.speed]", "criteria.speed")]
    [InlineData("removes: [criteria.speed]", "criteria.value")]
    [InlineData("stages: { one: { criteria: [speed] } }", "criteria.value")]
    [InlineData("weights: { method: points, values: { value: 2, fit: 1, ease: 1 } }", "criteria.value")]
    [InlineData("weights: { method: rank_order_centroid, order: [value, fit, ease] }", "criteria.fit")]
    [InlineData("weights: { method: swing, values: { value: 100, fit: 10, ease: 10 } }", "criteria.value")]
    public void What_an_inner_pack_says_of_it_counts_for_nothing(string middle, string removed)
    {
        var used = middle.Contains("method", StringComparison.Ordinal)
            ? "rule_pack: used\ncriteria: { value: { formula: 1 }, fit: { formula: 2 }, ease: { formula: 3 } }\n"
            : Tree;

        Load(("used", used), ("middle", $"rule_pack: middle\nuses: [used.pack.yaml]\n{middle}\n"), ("root", $"rule_pack: root\nuses: [middle.pack.yaml]\nremoves: [{removed}]\n"))
            .Diagnostics.Where(d => d.IsError).ShouldBeEmpty();
    }

    // Of the order value, ease the first has (1 + 1/2) / 2 and the second 1/2 / 2.
    [Fact]
    public void A_rank_order_counts_without_it() =>
        Load(
            ("used", "rule_pack: used\ncriteria: { value: { formula: 1 }, fit: { formula: 2 }, ease: { formula: 3 } }\nweights: { method: rank_order_centroid, order: [value, fit, ease] }\n"),
            ("root", Root + "removes: [criteria.fit]\n")).Value!.Criteria.Select(c => c.Weight).ShouldBe([0.75m, 0.25m]);

    [Fact]
    public void An_override_by_an_outer_pack_keeps_it() =>
        Load(
            ("used", Tree),
            ("middle", "rule_pack: middle\nuses: [used.pack.yaml]\nremoves: [criteria.speed]\n"),
            ("root", "rule_pack: root\nuses: [middle.pack.yaml]\noverrides: { criteria.speed.weight: 7 }\n")).Value!.AllCriteria.Single(c => c.Id == "speed").Weight.ShouldBe(7);

    [Theory]
    [InlineData("overrides: { criteria.speed.weight: 7 }", "`criteria.speed` is removed by one pack, and its weight is overridden by another; neither uses the other")]
    [InlineData("removes: [criteria.speed]", null)]
    public void Equals_conflict_unless_both_remove(string right, string? message)
    {
        var problems = Load(
            ("used", Tree),
            ("left", "rule_pack: left\nuses: [used.pack.yaml]\nremoves: [criteria.speed]\n"),
            ("right", $"rule_pack: right\nuses: [used.pack.yaml]\n{right}\n"),
            ("root", "rule_pack: root\nuses: [left.pack.yaml, right.pack.yaml]\n")).Diagnostics;

        problems.Select(p => p.Message).ShouldBe(message is null ? [] : [message]);
    }

    [Theory]
    [InlineData("weight_sets: { pct: { economy: 1, quality: 2, speed: 1 } }", "OA5019", "the criterion `speed` is removed", "take it out here, or keep it: `criteria.speed` stands under `removes:` in `root.pack.yaml`")]
    [InlineData("assessors: { a1: {} }\njudgements: { quality: { one: { a1: 5 } } }", "OA5009", "the criterion `quality` is removed", "take its scores out, or keep it: `criteria.quality` stands under `removes:` in `root.pack.yaml`")]
    public void A_case_that_still_names_it_is_told(string rest, string code, string message, string help)
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", Tree);
        folder.Write("root.pack.yaml", Root + "removes: [criteria.speed, criteria.quality]\n");
        var path = folder.Write("a.case.yaml", $"case: a\nrule_pack: root.pack.yaml\nas_of: 2002-06-01\noptions: {{ one: {{}} }}\n{rest}\n");

        var problem = AppraisalCase.TryLoad(path).Diagnostics.First(d => d.Message == message);

        problem.Code.Id.ShouldBe(code);
        problem.Help.ShouldBe(help);
    }
}
