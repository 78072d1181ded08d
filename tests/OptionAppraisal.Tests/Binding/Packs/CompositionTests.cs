using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

/// <summary>One pack of several: what is shared, what conflicts, whose word counts.</summary>
public class CompositionTests
{
    private const string Cost = "facts:\n  option:\n    cost: { type: number, unit: GBP, min: 0 }\n";

    private const string Rules = "rule_pack: used\n" + Cost + """
        gates:
          affordable: { requires: cost < 500 }
          priced: { requires: known(cost) }
        findings:
          dear: { kind: risk, severity: high, when: cost > 100, says: Dear. }
          very_dear: { kind: risk, severity: high, when: cost > 1000, says: Very dear., part_of: dear }

        """;

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

    [Fact]
    public void A_file_reached_twice_counts_once_and_stands_before_those_that_use_it()
    {
        var pack = Load(
            ("used", Rules),
            ("left", "rule_pack: left\nversion: 1.2.0\nuses: [used.pack.yaml]\n"),
            ("right", "rule_pack: right\nuses: [used.pack.yaml]\n"),
            ("root", "rule_pack: root\nuses: [left.pack.yaml, right.pack.yaml, used.pack.yaml]\n")).Value!;

        pack.Uses.Select(u => u.Id).ShouldBe(["used", "left", "right"]);
        pack.Uses[1].Version.ShouldBe("1.2.0");
        pack.Uses.ShouldAllBe(u => u.Sha256.Length == 64);
        pack.Gates.Select(g => g.Id).ShouldBe(["affordable", "priced"]);
    }

    [Fact]
    public void Packs_that_use_each_other_in_a_circle_are_an_error() =>
        Load(("a", "rule_pack: a\nuses: [b.pack.yaml]\n"), ("b", "rule_pack: b\nuses: [a.pack.yaml]\n")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(FileCodes.Circle);

    [Theory]
    [InlineData("type: number, unit: GBP, min: 0", "type: number, unit: GBP, min: 0, title: Other, ask: How much?", null)]
    [InlineData("type: number, unit: GBP", "type: number, unit: people", "unit")]
    [InlineData("type: number", "type: text", "type")]
    [InlineData("type: choice, of: [a, b]", "type: choice, of: { b: Second, a: First }", null)]
    [InlineData("type: choice, of: [a, b]", "type: choice, of: [a, c]", "of")]
    [InlineData("type: number, min: 0", "type: number, min: 1", "min")]
    [InlineData("type: number, max: 5", "type: number", "max")]
    [InlineData("type: number, default: 1", "type: number, default: 2", "default")]
    public void Facts_merge_when_type_unit_of_min_max_and_default_agree(string first, string second, string? difference)
    {
        var problems = Load(
            ("used", $"rule_pack: used\nfacts:\n  case: {{ thing: {{ {first} }} }}\n"),
            ("root", $"rule_pack: root\nuses: [used.pack.yaml]\nfacts:\n  case: {{ thing: {{ {second} }} }}\n")).Diagnostics;

        if (difference is null)
        {
            problems.ShouldBeEmpty();
            return;
        }

        var problem = problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(PackCodes.DefinitionsDiffer);
        problem.Message.ShouldBe($"`thing` is defined twice, with another `{difference}`");
        problem.Span.Path.ShouldBe("root.pack.yaml");
        problem.First!.Value.Path.ShouldBe("used.pack.yaml");
    }

    [Theory]
    [InlineData("gates: { affordable: { requires: cost < 1 } }")]
    [InlineData("findings: { dear: { kind: risk, severity: low, when: cost > 1, says: Dear. } }")]
    [InlineData("sources: { act: { title: Act } }")]
    [InlineData("parameters: { limit: { value: 1 } }")]
    [InlineData("criteria: { economy: { judged: true } }")]
    [InlineData("derived: { option: { half: { value: cost / 2 } } }")]
    public void What_is_neither_fact_nor_record_and_defined_twice_is_an_error_that_shows_both_places(string rule)
    {
        var problem = Load(
            ("used", $"rule_pack: used\n{Cost}{rule}\n"),
            ("root", $"rule_pack: root\nuses: [used.pack.yaml]\n{rule}\n")).Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(PackCodes.DefinedTwice);
        problem.Span.Path.ShouldBe("root.pack.yaml");
        problem.First!.Value.Path.ShouldBe("used.pack.yaml");
    }

    [Fact]
    public void Every_setting_comes_from_the_root_pack_alone()
    {
        var pack = Load(
            ("used", "rule_pack: used\nrecords: { places: { title: Places } }\nareas: places\nstages: { scoping: {} }\nwhen_unknown: midpoint\ndecimals: 3\ntie_tolerance: 1\n"),
            ("root", "rule_pack: root\nuses: [used.pack.yaml]\n")).Value!;

        pack.Areas.ShouldBeNull();
        pack.Stages.ShouldBeEmpty();
        pack.WhenUnknown.ShouldBe(WhenUnknown.Lowest);
        pack.Decimals.ShouldBe(1);
        pack.TieTolerance.ShouldBe(0.000000001m);
    }

    [Fact]
    public void A_setting_of_a_used_pack_is_checked() =>
        Load(("used", "rule_pack: used\ndecimals: 16\n"), ("root", "rule_pack: root\nuses: [used.pack.yaml]\n")).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(KeyCodes.OutOfRange);

    [Fact]
    public void A_removed_gate_and_finding_are_out()
    {
        var pack = Load(("used", Rules), ("root", "rule_pack: root\nuses: [used.pack.yaml]\nremoves: [gates.affordable, findings.very_dear]\n")).Value!;

        pack.Gates.ShouldHaveSingleItem().Id.ShouldBe("priced");
        pack.Findings.ShouldHaveSingleItem().Id.ShouldBe("dear");
    }

    [Fact]
    public void A_removed_gate_asks_for_no_baseline()
    {
        const string Used = "rule_pack: used\n" + Cost + "gates:\n  saves: { requires: cost < baseline.cost }\n";
        Load(("used", Used), ("root", "rule_pack: root\nuses: [used.pack.yaml]\n")).Value!.NeedsBaseline.ShouldBeTrue();
        Load(("used", Used), ("root", "rule_pack: root\nuses: [used.pack.yaml]\nremoves: [gates.saves]\n")).Value!.NeedsBaseline.ShouldBeFalse();
    }

    [Fact]
    public void A_finding_that_reads_a_removed_gate_is_told_where_it_was_removed()
    {
        const string Used = Rules + "  warned: { kind: risk, severity: low, when: not(gates.affordable), says: Warned. }\n";
        var problem = Load(("used", Used), ("root", "rule_pack: root\nuses: [used.pack.yaml]\nremoves: [gates.affordable]\n")).Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(ExpressionCodes.UnknownConclusion);
        problem.Message.ShouldBe("the gate `affordable` is removed");
        problem.Help.ShouldBe("remove the finding too, or keep the gate: `gates.affordable` stands under `removes:` in `root.pack.yaml`");

        Load(("used", Used), ("root", "rule_pack: root\nuses: [used.pack.yaml]\nremoves: [gates.affordable, findings.warned]\n")).Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[gates.afordable]", "there is no `gates.afordable` to remove", "did you mean `gates.affordable`?")]
    [InlineData("[findings.affordable]", "there is no `findings.affordable` to remove", "the gates, criteria and findings here are `gates.affordable`, `gates.priced`, `gates.own`, `findings.dear`, `findings.very_dear`")]
    [InlineData("[affordable]", "`affordable` cannot be removed", "remove a gate as `gates.its_id`, a criterion as `criteria.its_id`, or a finding as `findings.its_id`")]
    [InlineData("[parameters.limit]", "`parameters.limit` cannot be removed", "remove a gate as `gates.its_id`, a criterion as `criteria.its_id`, or a finding as `findings.its_id`")]
    [InlineData("[{ gates: affordable }]", "expected a gate, criterion or finding to remove, found a map", "write `gates.its_id`, `criteria.its_id` or `findings.its_id`")]
    [InlineData("[gates.priced, gates.priced]", "`gates.priced` is removed twice", "take one of them out")]
    [InlineData("[gates.own]", "`gates.own` is of this pack itself", "`removes` is for those of used packs: delete its definition here")]
    public void What_is_wrong_with_a_removal_is_said_with_what_to_do(string removes, string message, string help)
    {
        var problem = Load(("used", Rules), ("root", $"rule_pack: root\nuses: [used.pack.yaml]\nremoves: {removes}\ngates: {{ own: {{ requires: cost < 5 }} }}\n")).Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
    }

    [Fact]
    public void Overrides_set_the_stages_of_a_gate_and_of_a_finding()
    {
        var pack = Load(
            ("used", Rules),
            ("root", "rule_pack: root\nuses: [used.pack.yaml]\nstages: { scoping: {}, detailed: {} }\noverrides: { gates.affordable.stages: [detailed], findings.dear.stages: [scoping] }\n")).Value!;

        pack.Gates[0].Stages.ShouldBe(["detailed"]);
        pack.Gates[1].Stages.ShouldBeEmpty();
        pack.Findings[0].Stages.ShouldBe(["scoping"]);
    }

    [Theory]
    [InlineData("gates.afordable.stages: [detailed]", "there is no `gates.afordable.stages` to override", "did you mean `gates.affordable.stages`?")]
    [InlineData("gates.affordable.stages: detailed", "`gates.affordable.stages` takes a list, found a text", "write the ids of stages in brackets, such as `[detailed]`")]
    [InlineData("gates.affordable.stages: []", "no stage is named, so the rule would never count", "name the stages in which it counts, or take `stages` out for all of them")]
    [InlineData("gates.affordable.stages: [detaild]", "`root` has no stage `detaild`", "did you mean `detailed`?")]
    [InlineData("gates.affordable.on_fail: show_only", "`gates.affordable.on_fail` cannot be overridden", "override a weight as `criteria.its_id.weight`, when a criterion applies as `criteria.its_id.applies_when`, a parameter as `parameters.its_name`, or the stages of a gate or finding as `gates.its_id.stages` or `findings.its_id.stages`")]
    public void What_is_wrong_with_an_override_is_said_with_what_to_do(string entry, string message, string help)
    {
        var problem = Load(("used", Rules), ("root", $"rule_pack: root\nuses: [used.pack.yaml]\nstages: {{ detailed: {{}} }}\noverrides:\n  {entry}\n")).Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
    }

    [Fact]
    public void The_outermost_pack_wins_also_over_a_removal()
    {
        const string Root = "rule_pack: root\nuses: [middle.pack.yaml]\nstages: { scoping: {}, detailed: {} }\n";
        const string Middle = "rule_pack: middle\nuses: [used.pack.yaml]\n";
        Load(
            ("used", Rules),
            ("middle", Middle + "overrides: { gates.affordable.stages: [scoping] }\n"),
            ("root", Root + "overrides: { gates.affordable.stages: [detailed] }\n")).Value!.Gates[0].Stages.ShouldBe(["detailed"]);
        Load(
            ("used", Rules),
            ("middle", Middle + "overrides: { gates.affordable.stages: [scoping] }\n"),
            ("root", Root + "removes: [gates.affordable]\n")).Value!.Gates.ShouldHaveSingleItem().Id.ShouldBe("priced");
        Load(
            ("used", Rules),
            ("middle", Middle + "removes: [gates.affordable]\n"),
            ("root", Root + "overrides: { gates.affordable.stages: [detailed] }\n")).Value!.Gates[0].Stages.ShouldBe(["detailed"]);
    }

    [Theory]
    [InlineData("overrides: { gates.affordable.stages: [a] }", "overrides: { gates.affordable.stages: [b] }", "`gates.affordable.stages` is overridden by two packs, neither of which uses the other")]
    [InlineData("removes: [gates.affordable]", "overrides: { gates.affordable.stages: [b] }", "`gates.affordable` is removed by one pack, and its stages are overridden by another; neither uses the other")]
    [InlineData("removes: [gates.affordable]", "removes: [gates.affordable]", null)]
    public void Equals_conflict_unless_both_remove(string left, string right, string? message)
    {
        var problems = Load(
            ("used", Rules),
            ("left", $"rule_pack: left\nuses: [used.pack.yaml]\n{left}\n"),
            ("right", $"rule_pack: right\nuses: [used.pack.yaml]\n{right}\n"),
            ("root", "rule_pack: root\nuses: [left.pack.yaml, right.pack.yaml]\n")).Diagnostics;

        if (message is null)
        {
            problems.ShouldBeEmpty();
            return;
        }

        var problem = problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(PackCodes.OverridesConflict);
        problem.Message.ShouldBe(message);
        problem.Span.Path.ShouldBe("right.pack.yaml");
        problem.First!.Value.Path.ShouldBe("left.pack.yaml");
    }

    [Fact]
    public void A_pack_that_removes_a_gate_and_sets_its_stages_contradicts_itself() =>
        Load(("used", Rules), ("root", "rule_pack: root\nuses: [used.pack.yaml]\noverrides: { gates.affordable.stages: [a] }\nremoves: [gates.affordable]\n"))
            .Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("`gates.affordable` is removed, and its stages are overridden in the same pack");

    [Fact]
    public void A_finding_is_part_of_one_of_any_scope_and_of_any_pack()
    {
        var pack = Load(
            ("used", Rules),
            ("root", "rule_pack: root\nuses: [used.pack.yaml]\nfindings:\n  all_dear: { kind: risk, severity: high, scope: case, when: true, says: All., part_of: null }\n  this_dear: { kind: risk, severity: high, when: cost > 5, says: This., part_of: all_dear }\n")).Value!;

        pack.Findings.Select(f => (f.Id, f.PartOf)).ShouldBe([("dear", null), ("very_dear", "dear"), ("all_dear", null), ("this_dear", "all_dear")]);
    }

    [Fact]
    public void A_finding_whose_parent_is_removed_stands_alone() =>
        Load(("used", Rules), ("root", "rule_pack: root\nuses: [used.pack.yaml]\nremoves: [findings.dear]\n")).Value!.Findings.ShouldHaveSingleItem().PartOf.ShouldBeNull();

    [Theory]
    [InlineData("part_of: b", "part_of: c", "part_of: a", "findings in a circle: a -> b -> c -> a")]
    [InlineData("part_of: c", "part_of: b", "part_of: b", "`b` is part of itself")]
    [InlineData("part_of: c", "part_of: c", "part_of: b", "findings in a circle: b -> c -> b")]
    [InlineData("part_of: d", "", "", "there is no finding `d` to be part of")]
    public void What_is_wrong_with_the_parts_of_findings_is_told_once(string a, string b, string c, string message)
    {
        var findings = string.Concat(new[] { ("a", a), ("b", b), ("c", c) }.Select(f => $"  {f.Item1}: {{ kind: risk, severity: high, when: cost > 5, says: Dear.{(f.Item2.Length > 0 ? $", {f.Item2}" : "")} }}\n"));

        var problem = RulePack.TryParse($"rule_pack: p\n{Cost}findings:\n{findings}").Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(PackCodes.PartOf);
        problem.Message.ShouldBe(message);
    }
}
