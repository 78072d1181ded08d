using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

// Values by member as a case writes them.
public sealed class MemberValueTests
{
    private static readonly RulePack Pack = RulePack.Parse("""
        rule_pack: example
        sources: { brief: { title: The brief } }
        records: { bodies: { facts: { owes: { type: number, unit: GBP, per: bodies } } } }
        facts:
          option:
            agreement: { type: boolean, per: [aims, staff, term] }
            cost_to: { type: number, unit: GBP, per: bodies, min: 0, max: 100, default: 5 }
        criteria: { c: { weight: 1, formula: 1 } }
        """);

    private static LoadResult<AppraisalCase> Read(string facts, string records = "records: { bodies: { pct: {}, council: { owes: { pct: 3 } } } }") =>
        AppraisalCase.TryParse($"case: t\nrule_pack: example.pack.yaml\nas_of: 2002-06-01\n{records}\noptions: {{ a: {{ facts: {{ {facts} }} }} }}\n", Pack);

    private static Value Known(string facts, int fact) => Read(facts).Value!.Options[0].Facts[fact];

    [Fact]
    public void Values_stand_in_the_order_of_the_members() => Known("agreement: { term: true, aims: false }", 0).ShouldBe(Value.ListOf(Value.False, Value.Unknown, Value.True));

    [Fact]
    public void A_member_left_out_has_the_default_and_an_empty_one_is_not_known()
    {
        Known("cost_to: { council: 7 }", 1).ShouldBe(Value.ListOf(Value.Of(5), Value.Of(7)));
        Known("cost_to: { council: }", 1).ShouldBe(Value.ListOf(Value.Of(5), Value.Unknown));
        Known("", 1).ShouldBe(Value.ListOf(Value.Of(5), Value.Of(5)));
        Known("cost_to:", 1).ShouldBe(Value.ListOf(Value.Unknown, Value.Unknown));
        Known("", 0).ShouldBe(Value.ListOf(Value.Unknown, Value.Unknown, Value.Unknown));
    }

    [Fact]
    public void A_record_may_have_a_value_for_each_of_its_own_list()
    {
        var bodies = Read("").Value!.Records[0]!.Value;

        bodies[1].Facts[0].ShouldBe(Value.ListOf(Value.Of(3), Value.Unknown));
    }

    [Fact]
    public void Where_the_list_is_left_out_the_fact_is_not_known_and_an_empty_list_gives_an_empty_one()
    {
        Read("", "").Value!.Options[0].Facts[1].IsUnknown.ShouldBeTrue();
        Read("", "records: { bodies: {} }").Value!.Options[0].Facts[1].ShouldBe(Value.ListOf());
    }

    [Fact]
    public void Each_member_has_its_own_evidence()
    {
        var facts = Read("cost_to: { council: { value: 7, low: 6, high: 8, source: brief, grade: testimony }, pct: { grade: estimate } }").Value!.Options[0].Facts;
        var fact = Pack.Schema.OptionFacts[1];

        facts[fact].ShouldBe(Value.ListOf(Value.Unknown, Value.Of(7)));
        facts.EvidenceOf(fact).ShouldBeNull();
        facts.EvidenceOf(fact, 1).ShouldNotBeNull().High.ShouldBe(8);
        facts.AllEvidenceOf(fact).Select(e => e.Grade).ShouldBe([EvidenceGrade.Estimate, EvidenceGrade.Testimony]);
        facts.AllEvidenceOf(Pack.Schema.OptionFacts[0]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("agreement: { aim: true }", "OA5030@5:39 `agreement` has no `aim`; did you mean `aims`?")]
    [InlineData("agreement: { value: true, grade: testimony }", "OA5030@5:39 `agreement` has a value for each of `aims`, `staff`, `term`, not one with its evidence; give each of them its own: `agreement: { aims: { value: ... } }`")]
    [InlineData("agreement: true", "OA2004@5:37 `agreement` has a value for each of `aims`, `staff`, `term`, found a text; write `agreement: { aims: true }`")]
    [InlineData("cost_to: [1, 2]", "OA2004@5:35 `cost_to` has a value for each of `bodies`, found a list; write `cost_to: { pct: ... }`")]
    [InlineData("cost_to: { pctt: 1 }", "OA5002@5:37 `pctt` is not one of `bodies`; did you mean `pct`?")]
    [InlineData("cost_to: { pct: 101 }", "OA5003@5:42 101 is outside the limits of `cost_to`; it lies from 0 to 100")]
    [InlineData("cost_to: { pct: { value: 5, low: 6 } }", "OA5004@5:51 5 is outside its own range; write `low` at most, and `high` at least, the value")]
    [InlineData("agreement: { aims: { value: true, low: 6 } }", "OA5004@5:60 `agreement` is not a number and has no range; take `low` out")]
    [InlineData("agreement: { aims: maybe }", "OA2011@5:45 expected true or false, found `maybe`; write `true` or `false`; leave the value empty where it is not known")]
    public void What_is_wrong_with_a_member_is_told_at_its_place(string facts, string wanted)
    {
        var problem = Read(facts).Diagnostics.Where(d => d.IsError).ShouldHaveSingleItem();

        $"{problem.Code.Id}@{problem.Span.Start.Line}:{problem.Span.Start.Column} {problem.Message}; {problem.Help}".ShouldBe(wanted);
    }

    [Fact]
    public void A_member_of_a_list_that_is_left_out_is_told() =>
        Read("cost_to: { pct: 1 }", "").Diagnostics.First(d => d.IsError).Help.ShouldBe("the case leaves out `bodies`: add it below `records`");

    [Fact]
    public void A_case_built_in_code_gives_members()
    {
        var built = AppraisalCase.For(Pack).AsOf(new DateOnly(2002, 6, 1)).Source("minutes", "Minutes")
            .Record("bodies", "pct").Record("bodies", "council", facts: f => f.Set("owes", "pct", 3))
            .Option("a", facts: f => f.Set("agreement", "aims", true).Set("cost_to", "council", new CaseValue(7) { Source = "minutes", Grade = EvidenceGrade.Document }).Set("agreement", "term", null))
            .Build();

        built.Options[0].Facts[0].ShouldBe(Value.ListOf(Value.True, Value.Unknown, Value.Unknown));
        built.Options[0].Facts[1].ShouldBe(Value.ListOf(Value.Of(5), Value.Of(7)));
        built.Options[0].Facts.EvidenceOf(Pack.Schema.OptionFacts[1], 1).ShouldNotBeNull().Sources.ShouldHaveSingleItem().Source.Title.ShouldBe("Minutes");
        built.Records[0]!.Value[1].Facts[0].ShouldBe(Value.ListOf(Value.Of(3), Value.Unknown));
    }

    [Fact]
    public void More_than_a_million_values_by_member_are_refused()
    {
        var records = string.Concat(Enumerable.Range(0, 1_050).Select(i => $"    r{i}: {{ owes: {{ r0: 1 }} }}\n"));

        var problem = Read("", $"records:\n  bodies:\n{records}").Diagnostics.Where(d => d.IsError).ShouldHaveSingleItem();
        problem.Code.ShouldBe(CaseCodes.TooManyMembers);
        problem.Span.Start.Line.ShouldBe(958);
    }
}
