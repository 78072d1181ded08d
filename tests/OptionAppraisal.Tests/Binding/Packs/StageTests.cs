using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

public class StageTests
{
    private const string Base = """
        rule_pack: p
        records:
          bodies: { facts: { is_partner: { type: boolean } } }
          places: { title: Places }
        facts:
          case:
            coterminous: { type: boolean }
          option:
            cost: { type: number, unit: GBP, min: 0 }
        derived:
          case: { apart: { value: not(coterminous) } }
          option: { thousands: { value: cost / 1000 } }
        criteria:
          best_value:
            weight: 60
            criteria:
              economy: { weight: 1, linear: { of: cost, worst: highest, best: lowest } }
              staffing: { weight: 1, judged: true }
          local_fit: { weight: 40, judged: true }

        """;

    [Fact]
    public void Stages_stand_in_the_order_of_the_file_with_all_that_they_say()
    {
        var pack = RulePack.Parse(Base + """
            stages:
              second: { title: Stage 2, criteria: [economy, local_fit], keeps: { top: 4 }, needs: { case: [coterminous, apart], option: [cost, thousands] }, review_by: "bodies[is_partner]", report: { max_words: 400 } }
              first: { keeps: { at_least: 62.5 } }
            """);

        var stage = pack.Stages[0];
        stage.Id.ShouldBe("second");
        stage.Title.ShouldBe("Stage 2");
        stage.Criteria.ShouldBe(["economy", "local_fit"]);
        stage.Keeps.ShouldBe(new StageKeep(4, null));
        stage.NeedsOfCase.Select(n => n.Id).ShouldBe(["coterminous", "apart"]);
        stage.NeedsOfCase[1].Derived.ShouldBe(pack.Derived.Single(d => d.Id == "apart"));
        stage.NeedsOfOption.Select(n => n.Id).ShouldBe(["cost", "thousands"]);
        stage.NeedsOfOption[0].Fact.ShouldBe(pack.Schema.OptionFacts[0]);
        stage.ReviewBy!.Type.ShouldBe(new ListType(new ReferenceType("bodies")));
        stage.MaxWords.ShouldBe(400);
        stage.Span.Start.Line.ShouldBe(21);

        pack.Stages[1].Index.ShouldBe(1);
        pack.Stages[1].Title.ShouldBe("first");
        pack.Stages[1].Criteria.ShouldBeEmpty("all of them");
        pack.Stages[1].Keeps.ShouldBe(new StageKeep(null, 62.5m));
        pack.Stages[1].ReviewBy.ShouldBeNull();
        pack.Stages[1].MaxWords.ShouldBeNull();
    }

    [Fact]
    public void A_whole_record_list_may_review() =>
        RulePack.Parse(Base + "stages: { first: { review_by: bodies } }\n").Stages[0].ReviewBy.ShouldBeOfType<RecordListExpression>();

    [Fact]
    public void A_criterion_may_stand_in_several_stages() =>
        RulePack.TryParse(Base + "stages: { first: { criteria: [economy] }, second: { criteria: [best_value] } }\n").Diagnostics.ShouldBeEmpty();

    [Theory]
    [InlineData("first: { criteria: [] }", "the stage scores no criteria", "name the criteria that it scores, or take `criteria` out for all of them")]
    [InlineData("first: { criteria: [economy, economy] }", "the criterion `economy` stands twice in the stage", "take one of them out")]
    [InlineData("first: { criteria: [economy, best_value] }", "the stage names `best_value` and also `economy` below it", "name one of them: `best_value` brings all below it")]
    [InlineData("first: { criteria: [ecconomy] }", "there is no criterion `ecconomy`", "did you mean `economy`?")]
    [InlineData("first: { criteria: [{ economy: 1 }] }", "expected the id of a criterion, found a map", "write the ids of criteria alone: `criteria: [best_value, local_fit]`")]
    [InlineData("first: { keeps: { top: 4, at_least: 50 } }", "the stage keeps options in two ways: `top` and `at_least`", "write one of `{ top: 4 }`, the number of places, and `{ at_least: 60 }`, the least total")]
    [InlineData("first: { keeps: {} }", "`keeps` does not say which options go on", "write one of `{ top: 4 }`, the number of places, and `{ at_least: 60 }`, the least total")]
    [InlineData("first: { keeps: { top: 0 } }", "`top` is a whole number from 1", "write the number of places, such as `top: 4`")]
    [InlineData("first: { keeps: { top: 2.5 } }", "`top` is a whole number from 1", "write the number of places, such as `top: 4`")]
    [InlineData("first: { keeps: { at_least: 101 } }", "`at_least` is a total from 0 to 100", "write the least total that goes on, such as `at_least: 60`")]
    [InlineData("first: { needs: { option: [coterminous] } }", "`coterminous` is not a fact of options", "write it under `case:`")]
    [InlineData("first: { needs: { option: [cots] } }", "`cots` is not a fact of options", "did you mean `cost`?")]
    [InlineData("first: { needs: { option: [cost, cost] } }", "`cost` stands twice here", "take one of them out")]
    [InlineData("first: { review_by: coterminous }", "`review_by` takes a list of records, found a boolean", "name a record list such as `bodies`, or some of it: `bodies[is_partner]`")]
    [InlineData("first: { report: { max_words: 0 } }", "`max_words` is a whole number from 1", "write the most words, such as `max_words: 400`")]
    [InlineData("first: { keep: { top: 4 } }", "unknown key `keep` in a stage", "did you mean `keeps`?")]
    [InlineData("First: {}", "`First` is not an id", "write `first`: lower-case letters, digits and underscores, a letter first; titles carry the prose")]
    public void What_is_wrong_with_a_stage_is_said_with_what_to_do(string stage, string message, string help)
    {
        var problem = RulePack.TryParse($"{Base}stages:\n  {stage}\n").Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
    }

    [Fact]
    public void A_gate_and_a_finding_count_in_the_stages_that_they_name_or_in_every_stage()
    {
        var pack = RulePack.Parse(Base + """
            stages: { first: {}, second: {} }
            gates:
              affordable: { requires: cost < 500, stages: [second] }
              priced: { requires: known(cost) }
            findings:
              dear: { kind: risk, severity: high, when: cost > 100, says: Dear., stages: [second, first] }
              cheap: { kind: lesson, severity: low, when: cost < 10, says: Cheap. }
            """);

        pack.Gates[0].Stages.ShouldBe(["second"]);
        pack.Gates[1].Stages.ShouldBeEmpty();
        pack.Findings[0].Stages.ShouldBe(["second", "first"]);
        pack.Findings[1].Stages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]", "no stage is named, so the rule would never count", "name the stages in which it counts, or take `stages` out for all of them")]
    [InlineData("[first, first]", "the stage `first` stands twice here", "take one of them out")]
    [InlineData("[frist]", "`p` has no stage `frist`", "did you mean `first`?")]
    [InlineData("[detailed]", "`p` has no stage `detailed`", "the stages here are `first`, `second`")]
    [InlineData("[[first]]", "expected the id of a stage, found a list", "write the ids of stages alone: `stages: [diagnostic, detailed]`")]
    public void What_is_wrong_with_the_stages_of_a_gate_is_said_with_what_to_do(string stages, string message, string help)
    {
        var problem = RulePack.TryParse($"{Base}stages: {{ first: {{}}, second: {{}} }}\ngates:\n  priced: {{ requires: known(cost), stages: {stages} }}\n").Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
    }

    [Fact]
    public void Without_stages_in_the_root_pack_every_gate_counts()
    {
        var pack = RulePack.Parse(Base + "gates:\n  priced: { requires: known(cost), stages: [detailed] }\n");

        pack.Stages.ShouldBeEmpty();
        pack.Gates[0].Stages.ShouldBeEmpty();
    }

    [Fact]
    public void The_stages_of_a_used_pack_are_checked_and_count_for_nothing()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", Base + "stages: { scoping: { criteria: [economy] } }\ngates:\n  priced: { requires: known(cost) }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nstages: { detailed: {} }\n");
        RulePack.Load(root).Stages.Select(s => s.Id).ShouldBe(["detailed"]);

        folder.Write("used.pack.yaml", Base + "stages: { scoping: { criteria: [ecconomy] } }\n");
        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("there is no criterion `ecconomy`");
    }

    [Fact]
    public void What_a_stage_of_a_used_pack_reads_asks_for_no_baseline()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", Base + "stages: { scoping: { review_by: \"if baseline.cost > 1 then bodies else []\" } }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\n");

        RulePack.Load(root).NeedsBaseline.ShouldBeFalse();
        RulePack.Load(Path.Combine(folder.Path, "used.pack.yaml")).NeedsBaseline.ShouldBeTrue();
    }

    [Fact]
    public void A_used_pack_names_stages_that_the_root_defines_and_is_right_alone()
    {
        using var folder = new Folder();
        var used = folder.Write("used.pack.yaml", Base + "gates:\n  priced: { requires: known(cost), stages: [detailed] }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nstages: { scoping: {}, detailed: {} }\n");

        RulePack.Load(used).Gates[0].Stages.ShouldBeEmpty();
        RulePack.Load(root).Gates[0].Stages.ShouldBe(["detailed"]);
    }

    [Fact]
    public void A_stage_of_a_used_pack_is_no_stage_of_the_root_and_the_help_says_how_to_go_on()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", Base + "stages: { scoping: {} }\ngates:\n  priced: { requires: known(cost), stages: [scoping] }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nstages: { detailed: {} }\n");

        var problem = RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(PackCodes.UnknownStage);
        problem.Message.ShouldBe("`root` has no stage `scoping`");
        problem.Help.ShouldBe("set `gates.priced.stages` under `overrides:` of `root`: the stages here are `detailed`");

        folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\nstages: { detailed: {} }\noverrides: { gates.priced.stages: [detailed] }\n");
        RulePack.Load(root).Gates[0].Stages.ShouldBe(["detailed"]);
    }

    [Fact]
    public void Areas_name_a_record_list()
    {
        RulePack.Parse(Base + "areas: places\n").Areas!.Id.ShouldBe("places");
        RulePack.Parse(Base).Areas.ShouldBeNull();

        var problem = RulePack.TryParse(Base + "areas: place\n").Diagnostics.ShouldHaveSingleItem();
        problem.Code.ShouldBe(PackCodes.UnknownRecordList);
        problem.Help.ShouldBe("did you mean `places`?");
    }

    [Fact]
    public void The_areas_of_a_used_pack_are_checked_and_count_for_nothing()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", Base + "areas: places\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\n");
        RulePack.Load(root).Areas.ShouldBeNull();

        folder.Write("used.pack.yaml", Base + "areas: place\n");
        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.UnknownRecordList);
    }

    [Fact]
    public void A_need_that_is_wrong_itself_is_no_further_error() =>
        RulePack.TryParse("rule_pack: p\nfacts:\n  option: { cost: { type: numbr } }\nstages: { first: { needs: { option: [cost] } } }\n")
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.UnknownType);
}
