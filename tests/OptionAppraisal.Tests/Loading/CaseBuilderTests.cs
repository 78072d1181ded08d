using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

public class CaseBuilderTests
{
    private static readonly RulePack Pack = RulePack.Parse("""
        rule_pack: example
        records:
          bodies: { facts: { population: { type: number, unit: people } } }
        facts:
          case:
            agreed_on: { type: date }
            purpose: { type: text }
          option:
            cost: { type: number, unit: GBP, min: 0, default: 5 }
            route: { type: choice, of: [no_power, pooled_budget] }
            lead: { type: reference, to: bodies }
            joins: { type: list, of: { type: reference, to: bodies } }
            lawful: { type: boolean }
        criteria:
          economy: { weight: 1, formula: "if cost < 100 then 100 else 0" }
          fit: { weight: 1, judged: true }
        """);

    private static AppraisalCaseBuilder Example => AppraisalCase.For(Pack)
        .Id("sharing").Title("Sharing: the \"case\"").AsOf(new DateOnly(2002, 6, 1))
        .Source("minutes", "Minutes of May", 2002)
        .Evidence(EvidenceGrade.Estimate)
        .Fact("agreed_on", new DateOnly(2002, 4, 1))
        .Fact("purpose", "share: # costs\n{really}")
        .Record("bodies", "pct", "The trust", f => f.Set("population", 90000))
        .Record("bodies", "council")
        .Option("status_quo", "As now", baseline: true)
        .Option("joint_unit", facts: f => f
            .Set("cost", new CaseValue(80.50m) { Low = 70, High = 90, Source = "minutes", At = "item 3", Grade = EvidenceGrade.Document, Note = "before inflation" })
            .Set("route", "pooled_budget").Set("lead", "pct").Set("joins", new[] { "pct", "council" }).Set("lawful", true))
        .Assessor("a1", "pct")
        .Judgement("fit", "status_quo", "a1", 40)
        .Judgement("fit", "joint_unit", "a1", 70, "closer to \"us\"");

    [Fact]
    public void A_case_is_built_from_objects()
    {
        var built = Example.Build();

        var option = built.Options[1];
        built.AsOf.ShouldBe(new DateOnly(2002, 6, 1));
        built.Title.ShouldBe("Sharing: the \"case\"");
        built.Facts[Pack.Schema.CaseFacts[1]].Text.ShouldBe("share: # costs\n{really}");
        option.Facts[Pack.Schema.OptionFacts[0]].Number.ShouldBe(80.5m);
        option.Facts[Pack.Schema.OptionFacts[1]].ShouldBe(Value.ChoiceOf("pooled_budget"));
        option.Facts[Pack.Schema.OptionFacts[2]].Record.Title.ShouldBe("The trust");
        option.Facts[Pack.Schema.OptionFacts[3]].List.Count.ShouldBe(2);
        var evidence = option.Facts.EvidenceOf(Pack.Schema.OptionFacts[0])!;
        evidence.Grade.ShouldBe(EvidenceGrade.Document);
        evidence.Sources.ShouldHaveSingleItem().At.ShouldBe("item 3");
        built.Judgements[1].Because.ShouldBe("closer to \"us\"");
        built.Baseline!.Id.ShouldBe("status_quo");
    }

    [Fact]
    public void The_document_of_a_built_case_reads_back_as_the_same_case()
    {
        var yaml = Example.ToYaml();

        AppraisalCase.Parse(yaml, Pack).Sha256.ShouldBe(Example.Build().Sha256);
    }

    [Fact]
    public void A_built_case_can_be_appraised()
    {
        var result = new Appraiser().Appraise(Example.Build());

        result.Options.Select(o => o.Total).ShouldBe([70m, 85m]);
    }

    [Fact]
    public void Every_problem_of_a_built_case_is_told_together()
    {
        var result = AppraisalCase.For(Pack).Option("a", facts: f => f.Set("cots", 3).Set("route", "pooled").Set("cost", -1)).TryBuild();

        result.Value.ShouldBeNull();
        result.Diagnostics.Select(d => d.Code).ShouldBe([KeyCodes.MissingKey, CaseCodes.UnknownFact, KeyCodes.UnknownMember, CaseCodes.OutsideLimits]);
        Should.Throw<AppraisalException>(() => AppraisalCase.For(Pack).Build());
    }

    [Fact]
    public void A_null_is_not_known_even_where_the_fact_has_a_default()
    {
        var built = AppraisalCase.For(Pack).AsOf(new DateOnly(2002, 6, 1)).Option("a", facts: f => f.Set("cost", null)).Option("b").Build();

        built.Options[0].Facts[0].IsUnknown.ShouldBeTrue();
        built.Options[1].Facts[0].Number.ShouldBe(5);
    }

    [Fact]
    public void A_double_is_refused_for_it_has_no_exact_value() =>
        Should.Throw<ArgumentException>(() => AppraisalCase.For(Pack).Fact("cost", 0.1));

    [Fact]
    public void A_list_that_is_supplied_without_records_is_empty_and_one_left_out_is_not_known()
    {
        var empty = AppraisalCase.For(Pack).AsOf(new DateOnly(2002, 6, 1)).Records("bodies").Option("a").Build();
        var leftOut = AppraisalCase.For(Pack).AsOf(new DateOnly(2002, 6, 1)).Option("a").Build();

        empty.Records[0]!.Value.ShouldBeEmpty();
        leftOut.Records[0].ShouldBeNull();
    }

    private static readonly RulePack Staged = RulePack.Parse("""
        rule_pack: staged
        areas: workstreams
        records: { bodies: {}, workstreams: {} }
        facts:
          option:
            cost: { type: number, unit: GBP }
            agreement: { type: boolean, per: [aims, staff] }
        criteria:
          economy: { weight: 1, linear: { of: cost, worst: highest, best: lowest } }
          fit: { weight: 1, formula: "50" }
        stages: { diagnostic: { review_by: bodies }, detailed: {} }
        """);

    private static AppraisalCaseBuilder InStages => AppraisalCase.For(Staged)
        .AsOf(new DateOnly(2002, 6, 1))
        .Record("bodies", "pct").Record("bodies", "council").Record("workstreams", "payroll")
        .Option("status_quo", "As now", baseline: true, facts: f => f.Set("cost", 100).Set("agreement", "aims", true), area: "payroll")
        .Option("joint_unit", facts: f => f.Set("cost", 80), area: "payroll", like: "status_quo")
        .Weight("pct", "economy", 70).Weight("council", "fit", 60.5m).Weight("pct", "fit", 30).Weight("council", "economy", 39.5m)
        .Decision("diagnostic", "pct", Decision.Proceed, new DateOnly(2002, 5, 20))
        .Decision("diagnostic", "council", Decision.ProceedWithChanges, new DateOnly(2002, 5, 31), "payroll: \"first\"");

    [Fact]
    public void Areas_and_options_like_others_are_built_from_objects()
    {
        var built = InStages.Build();

        built.Options.Select(o => o.Area!.Id).ShouldBe(["payroll", "payroll"]);
        built.Options[1].Facts[Staged.Schema.OptionFacts[0]].Number.ShouldBe(80);
        built.Options[1].Facts[Staged.Schema.OptionFacts[1]].List[0].ShouldBe(Value.True);
    }

    [Fact]
    public void Weight_sets_are_built_from_objects_in_whatever_order_their_weights_come() =>
        InStages.Build().WeightSets.Select(s => (s.Id, string.Join(' ', s.Weights.Select(w => $"{w.CriterionId}={PlainNumber.Format(w.Weight)}"))))
            .ShouldBe([("pct", "economy=70 fit=30"), ("council", "fit=60.5 economy=39.5")]);

    [Fact]
    public void Decisions_are_built_from_objects()
    {
        InStages.Build().Decisions.Select(d => (d.StageId, d.Body.Id, d.Decision, d.On, d.Because)).ShouldBe(
        [
            ("diagnostic", "pct", Decision.Proceed, new DateOnly(2002, 5, 20), null),
            ("diagnostic", "council", Decision.ProceedWithChanges, new DateOnly(2002, 5, 31), "payroll: \"first\""),
        ]);
    }

    [Theory]
    [InlineData(Decision.Defer)]
    [InlineData(Decision.Stop)]
    public void Every_decision_has_its_word(Decision decision) =>
        InStages.Decision("diagnostic", "pct", decision, new DateOnly(2002, 5, 1)).ToYaml().ShouldContain($"decision: {decision.ToString().ToLowerInvariant()}, on: 2002-05-01");

    [Fact]
    public void A_built_case_in_stages_reads_back_as_the_same_case() =>
        AppraisalCase.Parse(InStages.ToYaml(), Staged).Sha256.ShouldBe(InStages.Build().Sha256);

    [Fact]
    public void A_built_decision_after_the_day_of_the_case_is_told() =>
        InStages.AsOf(new DateOnly(2002, 5, 25)).TryBuild().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(CaseCodes.NotYetMade);
}
