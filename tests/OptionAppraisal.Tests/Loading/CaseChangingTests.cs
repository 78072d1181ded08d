using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

/// <summary>Cases made from another by changing facts.</summary>
public sealed class CaseChangingTests
{
    private static readonly RulePack Pack = RulePack.Parse("""
        rule_pack: bids
        sources:
          letter: { title: A letter }
        facts:
          case:
            budget: { type: number, unit: GBP/year, min: 0 }
          option:
            annual_cost: { type: number, unit: GBP/year, min: 0 }
            paid_by: { type: reference, to: bodies }
            agreed: { type: boolean, per: bodies }
        records:
          bodies: { facts: { kind: { type: text } } }
        criteria:
          economy: { weight: 1, linear: { of: annual_cost, worst: 100, best: 0 } }
        """);

    private static AppraisalCase Case() => AppraisalCase.Parse("""
        case: bids
        rule_pack: case.pack.yaml
        as_of: 2002-06-01
        facts: { budget: 90 }
        records: { bodies: { pct: {}, council: {} } }
        options:
          one: { facts: { annual_cost: { value: 40, source: letter }, paid_by: pct, agreed: { pct: true, council: false } } }
          two: { facts: { annual_cost: 60 } }
        """, Pack);

    private static decimal? Economy(AppraisalCase appraisalCase, int option) => new Appraiser().Appraise(appraisalCase).Options[option].Criteria[0].Score;

    [Fact]
    public void An_option_with_another_figure_scores_by_it()
    {
        var before = Case();
        var changed = before.WithOption("one", facts => facts.Set("annual_cost", 75m));

        Economy(changed, 0).ShouldBe(25m);
        Economy(before, 0).ShouldBe(60m);
    }

    [Fact]
    public void What_is_not_changed_is_the_same_objects()
    {
        var before = Case();
        var changed = before.WithOption("one", facts => facts.Set("annual_cost", 75m));

        changed.Options[1].ShouldBeSameAs(before.Options[1]);
        changed.Records.ShouldBe(before.Records);
        changed.Options[0].Facts[1].Record.ShouldBeSameAs(before.Options[0].Facts[1].Record);
    }

    [Fact]
    public void A_fact_set_to_null_is_not_known() =>
        new Appraiser().Appraise(Case().WithOption("two", facts => facts.Set("annual_cost", null))).Options[1].Criteria[0].Missing.ShouldBe(["options.two.annual_cost"]);

    [Fact]
    public void A_fact_of_the_case_changes_for_all() => Case().WithFacts(facts => facts.Set("budget", 55m)).Facts[0].Number.ShouldBe(55m);

    [Fact]
    public void One_member_changes_and_the_others_stay() =>
        Case().WithOption("one", facts => facts.Set("agreed", "council", true)).Options[0].Facts[2].ToString().ShouldBe("[true, true]");

    [Fact]
    public void A_reference_is_to_a_record_of_the_case() =>
        Case().WithOption("two", facts => facts.Set("paid_by", "council")).Options[1].Facts[1].Record.Id.ShouldBe("council");

    [Fact]
    public void A_changed_case_has_a_hash_of_its_own()
    {
        var before = Case();
        var changed = before.WithOption("one", facts => facts.Set("annual_cost", 75m));

        changed.Sha256.ShouldNotBe(before.Sha256);
        changed.Sha256.ShouldBe(before.WithOption("one", facts => facts.Set("annual_cost", 75m)).Sha256);
    }

    [Fact]
    public void Nothing_set_is_the_same_case()
    {
        var before = Case();

        before.WithFacts(_ => { }).ShouldBeSameAs(before);
    }

    [Fact]
    public void All_that_is_wrong_with_a_change_is_told_at_once()
    {
        var error = Should.Throw<AppraisalException>(() => Case().WithOption("one", facts => facts.Set("anual_cost", 1m).Set("paid_by", "counsil").Set("annual_cost", -1m)));

        error.Diagnostics.Length.ShouldBe(3);
        error.Message.ShouldContain("`annual_cost`");
        error.Message.ShouldContain("`council`");
    }

    [Fact]
    public void An_unknown_option_is_told_with_the_nearest() =>
        Should.Throw<ArgumentException>(() => Case().WithOption("on", facts => facts.Set("annual_cost", 1m))).Message.ShouldContain("`one`");
}
