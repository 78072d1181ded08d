using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Analysis;

public sealed class ScoreExplanationTests
{
    private const string PackText = """
        rule_pack: payroll
        title: Sharing payroll
        sources: { brief: { title: The brief, year: 2002 } }
        records:
          bodies: { title: Bodies, facts: { staff: { title: Staff, type: number, unit: people } } }
        facts:
          option:
            annual_cost: { title: Cost a year, type: number, unit: GBP/year }
            route: { title: Legal route, type: choice, of: { none: No new power, pooled: Pooled budget } }
            months: { title: Time to leave, type: number, unit: months }
            break_clause: { title: Break clause, type: boolean }
            agreed: { title: Agreed in writing, type: boolean, ask: "Is it agreed?" }
            starts: { title: Starts on, type: date }
            host: { title: Host, type: reference, to: bodies }
        derived:
          option:
            saving: { title: Saving, unit: GBP/year, value: baseline.annual_cost - annual_cost }
            saving_share: { title: Saving share, unit: ratio, value: saving / baseline.annual_cost }
        gates:
          written: { title: Agreed in writing, requires: { agreement: { is: agreed, because: It is agreed }, host: { is: "host.staff >= 10", because: The host is large enough } } }
        criteria:
          economy:
            title: Economy
            weight: 20
            source: brief
            table:
              rows:
                - { when: { saving_share: at least 0.15 }, score: 100, because: Saves 15% or more, source: brief }
                - { when: { saving_share: 0.05 to under 0.15 }, score: 60 }
                - { when: { saving_share: under 0.05 }, score: 0 }
          undoing:
            title: Undoing
            weight: 20
            table:
              hit_policy: first
              rows:
                - { when: { months: at most 6 }, score: 100 }
                - { when: { months: more than 6, break_clause: true }, score: 60 }
                - { when: { route: any of none, starts: "< @\"2002-01-01\"" }, score: 10 }
                - { otherwise: true, score: 0 }
          route: { title: Route, weight: 20, levels: { of: route, scores: { none: 0, pooled: 100 } } }
          bands: { title: Bands, weight: 20, bands: { of: saving, rows: [[20000, 100], [10000, 50], [0, 20]], below: 0 } }
          curve: { title: Curve, weight: 10, curve: { of: months, points: [[0, 100], [12, 40], [24, 0]] } }
          line: { title: Line, weight: 10, linear: { of: annual_cost, worst: highest, best: lowest } }
          fit: { title: Fit, weight: 10, scale: [0, 10], judged: true }
        """;

    private const string CaseText = """
        case: payroll_2002
        title: Payroll
        rule_pack: payroll.pack.yaml
        as_of: 2002-06-01
        records: { bodies: { pct: { title: The PCT, staff: 8 }, council: { title: The council, staff: 12 } } }
        options:
          today: { title: Today, baseline: true, facts: { annual_cost: 100000, route: none, months: 0, agreed: true, starts: 2002-06-01, host: council } }
          joint:
            title: Joint unit
            facts: { annual_cost: { value: 85800, grade: estimate, note: illustrative, source: brief }, route: pooled, months: 9, break_clause: false, agreed: true, starts: 2002-06-01, host: council }
          small: { title: Small unit, facts: { annual_cost: 90000, route: pooled, months: 3, agreed: true, starts: 2002-06-01, host: pct } }
          open: { title: Open, facts: { annual_cost: null, route: none, months: 3, starts: 2002-06-01, host: council } }
        assessors: { a1: { body: pct, title: Finance lead }, a2: { body: pct, title: Chief }, a3: { body: council, title: Social services } }
        judgements:
          fit: { today: { a1: 4, a2: 6, a3: 5 }, joint: { a1: 8, a2: { score: 6, because: Staff like it }, a3: 5 }, small: { a1: 1, a2: 1, a3: 1 }, open: { a1: 4, a3: 2 } }
        """;

    private static readonly AppraisalResult Result = Appraise();

    [Fact]
    public void A_row_one_test_short_nearly_held_and_says_by_how_much()
    {
        var rows = Leaf("joint", "economy").Rows;

        rows.Select(r => (r.Row, r.Outcome, r.Decides, r.Nearly)).ShouldBe(
        [
            (1, RowOutcome.DoesNotHold, false, true), (2, RowOutcome.Holds, true, false), (3, RowOutcome.DoesNotHold, false, true),
        ]);
        rows[0].Tests.ShouldHaveSingleItem().Distance.ShouldBe(0.008m);
        rows[1].Tests.ShouldHaveSingleItem().Distance.ShouldBe(0.008m);
        rows[2].Tests.ShouldHaveSingleItem().Distance.ShouldBe(0.092m);
    }

    [Fact]
    public void The_words_say_how_far_a_share_is_from_its_threshold() =>
        Text("joint", "economy").ShouldContain("Saving share is 14.2%, 0.8 points short of at least 15%.");

    [Fact]
    public void Of_several_tests_each_says_whether_it_holds()
    {
        var row = Leaf("joint", "undoing").Rows[1];

        row.Tests.Select(t => (t.Title, t.Kind, t.Outcome, t.Distance)).ShouldBe([("Time to leave", TestKind.MoreThan, Truth.True, 3m), ("Break clause", TestKind.Is, Truth.False, null)]);
        row.Nearly.ShouldBeTrue();
    }

    [Fact]
    public void A_row_two_tests_short_did_not_nearly_hold()
    {
        var row = Leaf("joint", "undoing").Rows[2];

        row.Nearly.ShouldBeFalse();
        row.Tests[1].Distance.ShouldBe(151);
    }

    [Fact]
    public void Under_first_the_rows_below_the_one_that_decides_are_not_asked() =>
        Leaf("today", "undoing").Rows.Select(r => r.Outcome).ShouldBe([RowOutcome.Holds, RowOutcome.NotAsked, RowOutcome.NotAsked, RowOutcome.Otherwise]);

    [Fact]
    public void A_choice_says_which_member_would_do() =>
        Text("joint", "route").ShouldContain("Legal route is Pooled budget, not No new power.");

    [Fact]
    public void Bands_say_how_far_the_next_one_is()
    {
        var rows = Leaf("joint", "bands").Rows;

        rows.Select(r => r.Outcome).ShouldBe([RowOutcome.DoesNotHold, RowOutcome.Holds, RowOutcome.NotAsked, RowOutcome.Otherwise]);
        rows[0].Nearly.ShouldBeTrue();
        Text("joint", "bands").ShouldContain("Saving is £14,200 a year, £5,800 a year short of at least £20,000 a year.");
    }

    [Fact]
    public void A_curve_shows_its_sum() => Text("joint", "curve").ShouldContain("100 + (40 - 100) x (9 - 0) / (12 - 0) = 55");

    [Fact]
    public void A_value_at_a_point_of_a_curve_needs_no_sum() => Leaf("today", "curve").Line.ShouldBe(new LineExplanation(0, 0, 100, 0, 100));

    [Fact]
    public void A_line_whose_ends_are_not_known_says_so()
    {
        Leaf("joint", "line").Line.ShouldBe(new LineExplanation(85800, null, 0, null, 100));
        Text("joint", "line").ShouldContain("options.open.annual_cost");
    }

    [Fact]
    public void A_judged_criterion_shows_each_score_and_the_means_of_the_bodies()
    {
        var bodies = Leaf("joint", "fit").Bodies;

        bodies.Select(b => (b.BodyId, b.Mean)).ShouldBe([("pct", 7m), ("council", 5m)]);
        bodies[0].Scores.Select(s => (s.Assessor.Id, s.Score, s.Because)).ShouldBe([("a1", 8m, null), ("a2", 6m, "Staff like it")]);
        Leaf("open", "fit").Bodies[0].ShouldSatisfyAllConditions(b => b.Mean.ShouldBeNull(), b => b.Scores[1].Score.ShouldBeNull());
    }

    [Fact]
    public void A_derived_fact_is_unfolded_to_the_facts_given()
    {
        var share = Leaf("joint", "economy").Values.ShouldHaveSingleItem();

        share.Expression.ShouldBe("saving / baseline.annual_cost");
        share.Value.ShouldBe(Value.Of(0.142m));
        share.Operands.Select(o => o.Name).ShouldBe(["saving", "baseline.annual_cost"]);
        var cost = share.Operands[0].Operands[1];
        cost.Path.ShouldBe("options.joint.annual_cost");
        cost.Evidence!.Grade.ShouldBe(EvidenceGrade.Estimate);
        cost.Sources.ShouldHaveSingleItem().Source.Id.ShouldBe("brief");
        cost.At.Start.Line.ShouldBe(10);
    }

    [Fact]
    public void The_depth_limits_the_unfolding()
    {
        var share = new Appraiser().Explain(Result, "joint", "economy", depth: 1).Criteria[0].Values[0];

        share.Operands.Length.ShouldBe(2);
        share.Operands[0].Operands.ShouldBeEmpty();
    }

    [Fact]
    public void A_gate_is_explained_part_by_part()
    {
        var explanation = new Appraiser().Explain(Result, "small");

        explanation.Criteria.ShouldBeEmpty();
        var gate = explanation.Gates.ShouldHaveSingleItem();
        gate.Parts.Select(p => p.Result.Outcome).ShouldBe([GateOutcome.Pass, GateOutcome.Fail]);
        gate.Parts[1].Condition.Tests.ShouldHaveSingleItem().Distance.ShouldBe(2);
        var text = ScoreExplanationText.Write(explanation).ToString();
        text.ShouldContain("It is not scored");
        text.ShouldContain("Staff is 8 people, 2 people short of at least 10 people.");
    }

    [Fact]
    public void What_is_missing_is_named_with_its_path()
    {
        var leaf = Leaf("open", "economy");

        leaf.Rows.Select(r => r.Outcome).ShouldAllBe(o => o == RowOutcome.NotKnown);
        leaf.Result.Missing.ShouldBe(["options.open.annual_cost"]);
        Text("open", "economy").ShouldContain("(options.open.annual_cost)");
    }

    [Fact]
    public void A_whole_option_sums_to_its_total()
    {
        var explanation = new Appraiser().Explain(Result, "joint");

        explanation.Criteria.Length.ShouldBe(7);
        explanation.Gates.Length.ShouldBe(1);
        ScoreExplanationText.Write(explanation).ToString().ShouldContain("Total");
    }

    [Theory]
    [InlineData("nobody", null)]
    [InlineData("joint", "nothing")]
    public void What_does_not_exist_is_a_mistake_of_the_caller(string option, string? criterion) =>
        Should.Throw<ArgumentException>(() => new Appraiser().Explain(Result, option, criterion));

    [Fact]
    public void The_explanation_is_the_same_twice_and_fits_its_width()
    {
        var explanation = new Appraiser().Explain(Result, "joint");

        ScoreExplanationJson.Format(explanation).ShouldBe(ScoreExplanationJson.Format(new Appraiser().Explain(Result, "joint")));
        ScoreExplanationText.Write(explanation, 50).Lines.ShouldAllBe(l => DisplayWidth.Of(l.ToString()) <= 50);
    }

    [Fact]
    public void The_explanation_reads_as_approved() => Approved.Check(ScoreExplanationText.Write(new Appraiser().Explain(Result, "joint")).ToString(), "explanation");

    [Fact]
    public void The_explanation_as_data_reads_as_approved() => Approved.Check(ScoreExplanationJson.Format(new Appraiser().Explain(Result, "joint", "undoing")), "explanation_json");

    private static AppraisalResult Appraise() => new Appraiser().Appraise(AppraisalCase.Parse(CaseText, RulePack.Parse(PackText)));

    private static CriterionExplanation Leaf(string option, string criterion) => new Appraiser().Explain(Result, option, criterion).Criteria.ShouldHaveSingleItem();

    private static string Text(string option, string criterion) => ScoreExplanationText.Write(new Appraiser().Explain(Result, option, criterion), 200).ToString();
}
