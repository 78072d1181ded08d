using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Conformance;

/// <summary>Sentences on rule packs that no case can show: what is kept of a definition, what is refused, and what a result carries beside its figures.</summary>
public sealed class PackSentenceTests
{
    private const string Cost = "rule_pack: p\nfacts: { option: { cost: { type: number, unit: GBP/year }, share: { type: number, unit: ratio } } }\n";

    [Fact]
    public void A_fact_has_all_that_the_pack_says_of_it()
    {
        var fact = RulePack.Parse("""
            rule_pack: p
            sources: { brief: { title: The brief } }
            facts:
              option: { cost: { title: Cost, type: number, unit: GBP/year, min: 0, max: 900, default: 5, step: 10, ask: How much?, source: brief } }
            """).Schema.OptionFacts.ShouldHaveSingleItem();

        (fact.Title, fact.Ask, fact.Min, fact.Max, fact.Step, fact.Default).ShouldBe(("Cost", "How much?", 0m, 900m, 10m, Value.Of(5)));
        fact.Type.ToString().ShouldStartWith("number of GBP/year");
        fact.Sources.ShouldHaveSingleItem().Source.Title.ShouldBe("The brief");
    }

    [Theory]
    [InlineData("terms", "terms,,")]
    [InlineData("{ id: terms, at: \"(2)(a)\", quote: agreed aims }", "terms,(2)(a),agreed aims")]
    [InlineData("[brief, { id: terms, at: \"(2)\" }]", "brief,, terms,(2),")]
    public void A_source_is_cited_by_its_id_or_with_a_place_and_words_or_several_are(string source, string cited) =>
        string.Join(' ', RulePack.Parse($"{Cost}sources: {{ brief: {{ title: Brief }}, terms: {{ title: Terms }} }}\ngates: {{ g: {{ requires: cost > 1, source: {source} }} }}\n")
            .Gates[0].Sources.Select(s => $"{s.Source.Id},{s.At},{s.Quote}")).ShouldBe(cited);

    [Theory]
    [InlineData("verified", SourceStatus.Verified)]
    [InlineData("to_be_confirmed", SourceStatus.ToBeConfirmed)]
    public void A_source_is_verified_or_to_be_confirmed(string status, SourceStatus expected)
    {
        RulePack.Parse($"{Cost}sources: {{ terms: {{ title: Terms, status: {status} }} }}\ngates: {{ g: {{ requires: cost > 1, source: terms }} }}\n").Gates[0].Sources[0].Source.Status.ShouldBe(expected);
        RulePack.TryParse("rule_pack: p\nsources: { terms: { title: Terms, status: certain } }\n").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(KeyCodes.UnknownWord);
    }

    [Theory]
    [InlineData("risk", FindingKind.Risk)]
    [InlineData("opportunity", FindingKind.Opportunity)]
    [InlineData("condition", FindingKind.Condition)]
    [InlineData("lesson", FindingKind.Lesson)]
    [InlineData("evidence", FindingKind.Evidence)]
    public void A_finding_is_of_one_of_five_kinds(string word, FindingKind expected) =>
        RulePack.Parse($"{Cost}findings: {{ f: {{ kind: {word}, severity: low, when: cost > 1, says: So. }} }}\n").Findings[0].Kind.ShouldBe(expected);

    [Fact]
    public void The_id_of_a_criterion_stands_once_in_the_whole_tree()
    {
        var problem = RulePack.TryParse(Cost + "criteria: { a: { weight: 1, criteria: { c: { formula: 1 } } }, b: { weight: 1, criteria: { c: { formula: 2 } } } }\n").Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe("the criterion `c` is defined twice");
        problem.First.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ weight: 1, criteria: { b: { formula: 1 } }, formula: 1 }")]
    [InlineData("{ weight: 1, formula: 1, linear: { of: cost, worst: 1, best: 2 } }")]
    public void A_criterion_is_a_branch_or_has_one_way_to_score(string criterion) =>
        RulePack.TryParse($"{Cost}criteria: {{ a: {criterion} }}\n").Diagnostics.ShouldContain(d => d.IsError);

    [Theory]
    [InlineData("{ weight: -1, formula: 1 }", "{ weight: 2, formula: 1 }", "OA4017")]
    [InlineData("{ weight: 1, formula: 1 }", "{ formula: 1 }", "OA4016")]
    [InlineData("{ weight: 0, formula: 1 }", "{ weight: 0, formula: 1 }", "OA4018")]
    public void Weights_below_zero_of_some_alone_and_of_nothing_are_errors(string a, string b, string code) =>
        RulePack.TryParse($"{Cost}criteria: {{ a: {a}, b: {b} }}\n").Diagnostics.ShouldContain(d => d.Code.Id == code && d.IsError);

    [Fact]
    public void A_band_may_give_its_reason_and_its_source()
    {
        var leaf = Appraise(
            "sources: { brief: { title: Brief } }\ncriteria: { c: { weight: 1, bands: { of: cost, rows: [{ at_least: 10, score: 40, because: Ten or more, source: brief }], below: 100 } } }\n", "cost: 12").Options[0].Criteria[0];

        (leaf.Score, leaf.Hits[0].Because).ShouldBe((40m, "Ten or more"));
        leaf.Hits[0].Sources.ShouldHaveSingleItem().Source.Id.ShouldBe("brief");
    }

    [Theory]
    [InlineData("collect_count, rows: [{ when: cost > 1, score: 1 }]")]
    [InlineData("collect_count, rows: [{ when: cost > 1 }, { otherwise: true }]")]
    public void Rows_that_are_counted_carry_no_score_and_have_no_otherwise(string table) =>
        RulePack.TryParse($"{Cost}criteria: {{ c: {{ weight: 1, table: {{ hit_policy: {table} }} }} }}\n").Diagnostics.ShouldContain(d => d.IsError);

    [Fact]
    public void Rows_under_priority_carry_one_and_no_others_do()
    {
        RulePack.TryParse($"{Cost}criteria: {{ c: {{ weight: 1, table: {{ hit_policy: priority, rows: [{{ when: cost > 1, score: 1 }}] }} }} }}\n").Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("`priority` is missing");
        RulePack.TryParse($"{Cost}criteria: {{ c: {{ weight: 1, table: {{ rows: [{{ when: cost > 1, score: 1, priority: 2 }}] }} }} }}\n").Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("`priority` stands only");
    }

    [Fact]
    public void A_table_is_unique_where_it_says_nothing() =>
        RulePack.Parse(Cost + "criteria: { c: { weight: 1, table: { rows: [{ when: cost > 1, score: 1 }] } } }\n")
            .Criteria[0].Leaf.ShouldBeOfType<TableLeaf>().Table.HitPolicy.ShouldBe(HitPolicy.Unique);

    [Fact]
    public void Options_tie_within_a_billionth_at_least()
    {
        var problem = RulePack.TryParse(Cost + "tie_tolerance: 0.0000000009\n").Diagnostics.ShouldHaveSingleItem();
        (problem.Message, problem.IsError).ShouldBe(("`tie_tolerance` is at least 0.000000001", true));

        RulePack.Parse(Cost).TieTolerance.ShouldBe(0.000000001m);
        RulePack.Parse(Cost).Decimals.ShouldBe(1);
        RulePack.Parse(Cost).WhenUnknown.ShouldBe(WhenUnknown.Lowest);
    }

    [Fact]
    public void What_is_missing_is_named_of_the_rows_that_still_matter_and_once()
    {
        // Row 1 fails whatever b is; row 2 may hold; row 3 holds, so that row 4 no longer matters.
        var leaf = Appraise(
            "criteria: { c: { weight: 1, table: { hit_policy: first, rows: [{ when: cost > 50 and a > 1, score: 90 }, { when: b > 1 and c > 1 and b < 9, score: 60 }, { when: cost > 10, score: 30 }, { when: d > 1, score: 0 }] } } }\n",
            "cost: 12",
            "a: { type: number }, b: { type: number }, c: { type: number }, d: { type: number }").Options[0].Criteria[0];

        (leaf.Score, leaf.Lowest, leaf.Highest).ShouldBe((null, 30m, 60m));
        leaf.Missing.ShouldBe(["options.o.b", "options.o.c"]);
    }

    [Fact]
    public void Values_shares_and_totals_have_fifteen_decimals_rounded_half_to_even()
    {
        // Half of 1 and of 3 at the fifteenth decimal: 0.5 goes down to the even 0, 1.5 up to the even 2.
        Total("x: 0.000000000000001, y: 0").ShouldBe(0.000000000000000m);
        Total("x: 0.000000000000003, y: 0").ShouldBe(0.000000000000002m);
        Total("x: 1, y: 0, z: 0").ShouldBe(0.333333333333333m);

        static decimal? Total(string facts) =>
            Appraise(
                facts.Contains("z:", StringComparison.Ordinal) ? "criteria: { a: { weight: 1, formula: x }, b: { weight: 1, formula: y }, c: { weight: 1, formula: z } }\n" : "criteria: { a: { weight: 1, formula: x }, b: { weight: 1, formula: y } }\n",
                facts,
                "x: { type: number }, y: { type: number }, z: { type: number }").Options[0].Total;
    }

    [Fact]
    public void The_score_of_a_spreadsheet_weighs_by_the_raw_weight_at_the_top_and_one_without_any()
    {
        // 60 x (3 x 20 + 80) / 4 + 40 x 5 of a scale of ten = 60 x 35 + 200.
        Appraise(
            "criteria: { v: { weight: 60, criteria: { a: { weight: 3, formula: x }, b: { weight: 1, formula: y } } }, w: { weight: 40, scale: [0, 10], formula: z } }\n",
            "x: 20, y: 80, z: 5",
            "x: { type: number }, y: { type: number }, z: { type: number }").Options[0].WeightedScore.ShouldBe(2300);
        Appraise("criteria: { a: { formula: x }, b: { formula: y } }\n", "x: 20, y: 80", "x: { type: number }, y: { type: number }").Options[0].WeightedScore.ShouldBe(100);
    }

    [Fact]
    public void A_gate_that_fails_only_shows_where_it_says_so() =>
        RulePack.Parse(Cost + "gates: { a: { requires: cost > 1 }, b: { requires: cost > 1, on_fail: show_only } }\n").Gates.Select(g => g.OnFail).ShouldBe([GateFailure.Exclude, GateFailure.ShowOnly]);

    private static AppraisalResult Appraise(string rules, string facts, string more = "")
    {
        var pack = RulePack.Parse($"rule_pack: p\nfacts: {{ option: {{ cost: {{ type: number, unit: GBP/year }}{(more.Length > 0 ? ", " : "")}{more} }} }}\n{rules}");
        return new Appraiser().Appraise(AppraisalCase.Parse($"case: test\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\noptions: {{ o: {{ facts: {{ {facts} }} }} }}\n", pack));
    }
}
