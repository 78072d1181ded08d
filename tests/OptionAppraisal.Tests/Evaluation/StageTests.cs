using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// What the conformance cases do not say of stages, areas, weight sets and the day: the shape of results, warnings and errors.
public sealed class StageTests
{
    private static readonly string Conformance = Path.Combine(AppContext.BaseDirectory, "conformance");

    [Fact]
    public void The_results_of_earlier_stages_stay_with_the_last()
    {
        var result = new Appraiser().Appraise(Load("stages"));

        result.Stage.Id.ShouldBe("second");
        var first = result.EarlierStages.ShouldHaveSingleItem();
        first.Stage.Ended.ShouldBe(StageEnding.Passed);
        first.Stage.Decisions.Select(d => (d.Body.Id, d.Decision, d.Because)).ShouldBe([("pct", Decision.Proceed, null), ("council", Decision.ProceedWithChanges, "Payroll first")]);
        first.Options.Select(o => (o.Option.Id, o.IsKept)).ShouldBe([("now", true), ("best", true), ("second", true), ("third", false), ("barred", null)]);
    }

    [Fact]
    public void An_option_says_in_which_stage_it_left()
    {
        var result = new Appraiser().Appraise(Load("stages"));

        result.Options.Select(o => o.LeftIn).ShouldBe([null, null, null, "first", "first"]);
        result.Options[4].Gates.Select(g => (g.Gate.Id, g.Outcome, g.StageId)).ShouldBe([("is_lawful", GateOutcome.Fail, "first"), ("is_mapped", GateOutcome.Pass, "first")]);
        result.Options[3].Criteria.ShouldBeEmpty();
        result.Options[3].Total.ShouldBeNull();
    }

    [Fact]
    public void A_gate_of_an_earlier_stage_is_told_with_that_stage()
    {
        var best = new Appraiser().Appraise(Load("stages")).Options[1];
        best.Gates.Select(g => (g.Gate.Id, g.StageId)).ShouldBe([("is_lawful", "second"), ("is_mapped", "first"), ("is_planned", "second")]);
    }

    [Fact]
    public void What_a_stage_needs_and_does_not_have_is_listed_and_blocks_nothing()
    {
        var result = new Appraiser().Appraise(Load("stages"));

        result.Stage.Incomplete.ShouldBe(["options.best.starts"]);
        result.EarlierStages[0].Stage.Incomplete.ShouldBeEmpty();
    }

    [Fact]
    public void Another_stage_that_was_reached_can_be_asked_for()
    {
        var result = new Appraiser().Appraise(Load("stages"), "first");
        (result.Stage.Id, result.Stage.Ended).ShouldBe(("first", StageEnding.Passed));
    }

    [Fact]
    public void A_stage_that_was_not_reached_is_an_error_that_says_why()
    {
        var outcome = new Appraiser().TryAppraise(Load("stages").On(new DateOnly(2002, 1, 1)), "second");

        outcome.Result.ShouldBeNull();
        var problem = outcome.Diagnostics.Single(d => d.Code == JudgingCodes.StageNotReached);
        problem.Message.ShouldBe("the stage `second` was not reached: the stage `first` waits for `pct` and `council`");
    }

    [Fact]
    public void A_stage_that_is_not_there_is_an_error_with_the_nearest()
    {
        var problem = new Appraiser().TryAppraise(Load("stages"), "frist").Diagnostics.ShouldHaveSingleItem();
        (problem.Code, problem.Help).ShouldBe((JudgingCodes.StageNotReached, "did you mean `first`?"));
    }

    [Fact]
    public void A_decision_after_the_day_is_a_warning_and_does_not_count()
    {
        var outcome = new Appraiser().TryAppraise(Load("stages").On(new DateOnly(2002, 5, 19)));

        outcome.Result!.Stage.By.ShouldBe(["pct", "council"]);
        outcome.Diagnostics.Select(d => d.Code).ShouldBe([JudgingCodes.DecisionNotYetMade, JudgingCodes.DecisionNotYetMade]);
        outcome.Diagnostics[0].Message.ShouldContain("not yet made");
    }

    [Fact]
    public void What_is_not_in_force_is_listed_in_the_order_of_the_pack()
    {
        var result = new Appraiser().Appraise(Load("dated_law"));
        result.NotInForce.Select(n => (n.Kind, n.Id)).ShouldBe([(NotInForceKind.Gate, "old_rule"), (NotInForceKind.Criterion, "style")]);

        new Appraiser().Appraise(Load("dated_law").On(new DateOnly(2002, 6, 1))).NotInForce.Select(n => (n.Kind, n.Id)).ShouldBe(
            [(NotInForceKind.Gate, "new_rule"), (NotInForceKind.Row, "fit.1"), (NotInForceKind.Row, "band.1"), (NotInForceKind.Finding, "new_times")]);
    }

    [Fact]
    public void A_pack_that_is_not_in_force_is_a_warning()
    {
        var pack = RulePack.Parse("""
            rule_pack: old
            in_force: { to: 2007-02-28 }
            facts: { option: { fit: { type: number } } }
            criteria: { fit: { formula: fit, weight: 1 } }
            """);
        var appraisalCase = AppraisalCase.Parse("""
            case: example
            rule_pack: pack.pack.yaml
            as_of: 2010-01-01
            options: { x: { facts: { fit: 5 } } }
            """, pack);
        var outcome = new Appraiser().TryAppraise(appraisalCase);

        outcome.Result!.Options[0].Total.ShouldBe(5);
        outcome.Diagnostics.ShouldHaveSingleItem().Message.ShouldBe("`old` is in force only to 2007-02-28, and the appraisal is as of 2010-01-01");
    }

    [Fact]
    public void Each_weight_set_has_its_ranking()
    {
        var sets = new Appraiser().Appraise(Load("weight_sets")).WeightSets;

        sets.Select(s => s.WeightSet.Id).ShouldBe(["pct", "council"]);
        sets[0].Options.Select(o => (o.Option.Id, o.Rank, o.Total)).ShouldBe([("x", 2, 44m), ("y", 1, 48m)]);
        sets[1].Options.Select(o => (o.Option.Id, o.Rank, o.Total)).ShouldBe([("x", 1, 61m), ("y", 2, 33m)]);
    }

    [Fact]
    public void Under_weight_sets_there_is_no_weighted_score() =>
        new Appraiser().Appraise(Load("weight_sets")).Options.ShouldAllBe(o => o.WeightedScore == null);

    [Fact]
    public void Combined_weights_are_shares_of_leaves_and_contributions_sum_to_the_total()
    {
        var x = new Appraiser().Appraise(Load("weight_sets")).Options[0];

        x.Criteria[0].Children.Select(c => c.Weight).ShouldBe([0.325m, 0.175m]);
        x.Criteria.Select(c => c.Weight).ShouldBe([0.5m, 0.5m]);
        x.Criteria.Sum(c => c.Contribution).ShouldBe(52.5m);
    }

    [Fact]
    public void Where_bodies_dissent_the_ranking_by_each_alone_is_given()
    {
        var views = new Appraiser().Appraise(Load("judgement_panel")).BodyViews;

        // The pct alone: x 60, 60 and 4 of 5; y 50, 50 and 5 of 5. The council alone: x 20, 40 and 2 of 5; y 60, 35 at least (one score is missing) and 5 of 5.
        views.Select(v => v.BodyId).ShouldBe(["pct", "council"]);
        views[0].Options.Select(o => (o.Option.Id, o.Rank, o.Lowest, o.Highest)).ShouldBe([("x", 1, 66.666666666666667m, 66.666666666666667m), ("y", 1, 66.666666666666667m, 66.666666666666667m)]);
        views[1].Options.Select(o => (o.Option.Id, o.Rank)).ShouldBe([("x", 2), ("y", 1)]);
    }

    [Fact]
    public void Rules_of_which_no_criterion_is_in_force_are_an_error()
    {
        var pack = RulePack.Parse("""
            rule_pack: later
            facts: { option: { fit: { type: number } } }
            criteria: { fit: { weight: 1, formula: fit, in_force: { from: 2003-01-01 } } }
            """);
        var outcome = new Appraiser().TryAppraise(AppraisalCase.Parse("case: early\nrule_pack: pack.pack.yaml\nas_of: 2002-06-01\noptions: { x: { facts: { fit: 5 } } }\n", pack));

        outcome.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.NoWeightLeft);
    }

    [Fact]
    public void Facts_of_the_area_count_as_testimony()
    {
        var pack = RulePack.Parse("""
            rule_pack: told
            areas: zones
            records: { zones: { title: Zones, facts: { busy: { type: boolean } } } }
            facts: { option: { fit: { type: number } } }
            criteria: { busy: { weight: 1, formula: "if area.busy then 50 else 0" }, fit: { weight: 3, formula: fit } }
            """);
        var read = AppraisalCase.Parse("""
            case: told
            rule_pack: pack.pack.yaml
            as_of: 2002-06-01
            records: { zones: { z: { busy: { value: true, grade: testimony } } } }
            options: { x: { area: z, facts: { fit: 5 } } }
            """, pack);
        new Appraiser().Appraise(read).Options[0].TestimonyShare.ShouldBe(0.25m);
    }

    [Fact]
    public void A_hundred_stages_are_the_most_that_a_pack_has()
    {
        static ImmutableArray<Diagnostic> Problems(int count) => RulePack.TryParse(
            $"rule_pack: many\nfacts: {{ option: {{ fit: {{ type: number }} }} }}\ncriteria: {{ fit: {{ weight: 1, formula: fit }} }}\nstages:\n{string.Concat(Enumerable.Range(1, count).Select(i => $"  s{i}: {{ title: Stage }}\n"))}").Diagnostics;

        Problems(100).ShouldBeEmpty();
        Problems(101).ShouldHaveSingleItem().Message.ShouldBe("a rule pack has at most 100 stages, here are 101");
    }

    [Fact]
    public void A_hundred_weight_sets_are_the_most_that_a_case_has()
    {
        var pack = RulePack.Parse("rule_pack: many\nfacts: { option: { fit: { type: number } } }\ncriteria: { fit: { weight: 1, formula: fit } }\n");
        ImmutableArray<Diagnostic> Problems(int count) => AppraisalCase.TryParse(
            $"case: many\nrule_pack: pack.pack.yaml\nas_of: 2002-06-01\noptions: {{ x: {{ facts: {{ fit: 5 }} }} }}\nweight_sets:\n{string.Concat(Enumerable.Range(1, count).Select(i => $"  s{i}: {{ fit: {i} }}\n"))}", pack).Diagnostics;

        Problems(100).ShouldBeEmpty();
        Problems(101).ShouldHaveSingleItem().Message.ShouldBe("a case has at most 100 weight sets, here are 101");
    }

    [Fact]
    public void Dominance_is_within_an_area() =>
        new Appraiser().Appraise(Load("areas")).Dominance.ShouldAllBe(p => p.Option.Area == p.Dominates.Area);

    private static AppraisalCase Load(string name) =>
        AppraisalCase.Load(Path.Combine(Conformance, name, $"{name}.case.yaml"), new LoadOptions { Root = Path.Combine(Conformance, name) });
}
