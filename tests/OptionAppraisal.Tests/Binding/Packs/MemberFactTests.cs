using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

// `per:` facts, areas, and tables of derived facts as a pack writes them.
public sealed class MemberFactTests
{
    private static string? Problem(string body) => RulePack.TryParse("rule_pack: p\n" + body).Diagnostics.Where(d => d.IsError).Select(d => $"{d.Code.Id} {d.Message}; {d.Help}").FirstOrDefault();

    private static NumberType In(string unit) => new(Unit.TryParse(unit, out var parsed) ? parsed : Unit.None);

    [Fact]
    public void Names_may_have_titles_and_keep_their_order()
    {
        var fact = RulePack.Parse("rule_pack: p\nfacts: { option: { agreement: { type: boolean, per: { staff: The staff, aims: The aims } } } }").Schema.OptionFacts[0];

        fact.Type.ShouldBe(new ListType(FactType.Boolean));
        fact.Per.ShouldNotBeNull().ListId.ShouldBeNull();
        fact.Per.Names.ShouldBe([new ChoiceMember("staff", "The staff"), new ChoiceMember("aims", "The aims")]);
    }

    [Fact]
    public void Limits_and_default_are_those_of_each_value()
    {
        var fact = RulePack.Parse("rule_pack: p\nrecords: { bodies: {} }\nfacts: { option: { cost_to: { type: number, unit: GBP, per: bodies, min: 0, max: 9, default: 3 } } }").Schema.OptionFacts[0];

        fact.Per.ShouldNotBeNull().ListId.ShouldBe("bodies");
        (fact.Min, fact.Max, fact.Default).ShouldBe((0m, 9m, Value.Of(3)));
        Problem("facts: { option: { x: { type: number, per: [a, b], min: 1, default: 0 } } }").ShouldBe("OA4031 the default 0 is outside the limits of `x`; it is at least 1");
    }

    [Theory]
    [InlineData("per: bodie", "OA4009 unknown record list `bodie`; did you mean `bodies`?")]
    [InlineData("per: aims", "OA4009 unknown record list `aims`; name a record list, or the members themselves: `per: [aims, ...]`")]
    [InlineData("per: []", "OA4027 `per` has no members; write `per: [first, second]`, or a map to titles")]
    [InlineData("per: [a, a]", "OA4001 the member `a` stands twice; take one of them out")]
    [InlineData("per: [a, [b]]", "OA2004 expected a member of `per`, found a list; write the members alone, `per: [first, second]`, or all with titles, `per: { first: Its title }`")]
    public void What_is_wrong_with_the_members_is_told(string per, string wanted) =>
        Problem($"records: {{ bodies: {{}} }}\nfacts: {{ option: {{ x: {{ type: boolean, {per} }} }} }}\ncriteria: {{ c: {{ weight: 1, formula: 'if x[1] then 1 else 0' }} }}").ShouldBe(wanted);

    [Theory]
    [InlineData("type: boolean, per: [a, b]", "type: boolean, per: { b: B, a: A }", null)]
    [InlineData("type: boolean, per: [a, b]", "type: boolean, per: [a]", "per")]
    [InlineData("type: boolean, per: [a, b]", "type: boolean", "per")]
    [InlineData("type: boolean, per: bodies", "type: boolean, per: services", "per")]
    [InlineData("type: boolean, per: bodies", "type: number, per: bodies", "type")]
    [InlineData("type: number, unit: GBP, per: bodies", "type: number, unit: people, per: bodies", "unit")]
    [InlineData("type: number, per: bodies, default: 1", "type: number, per: bodies", "default")]
    public void Facts_of_two_packs_are_one_where_their_members_agree(string first, string second, string? difference)
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", $"rule_pack: used\nrecords: {{ bodies: {{}}, services: {{}} }}\nfacts: {{ option: {{ x: {{ {first} }} }} }}\n");
        var root = folder.Write("root.pack.yaml", $"rule_pack: root\nuses: [used.pack.yaml]\nfacts: {{ option: {{ x: {{ {second} }} }} }}\n");

        var problems = RulePack.TryLoad(root).Diagnostics.Where(d => d.IsError).Select(d => d.Message);
        string.Join(' ', problems).ShouldBe(difference is null ? "" : $"`x` is defined twice, with another `{difference}`");
    }

    [Fact]
    public void A_misspelt_member_is_told_with_the_nearest() =>
        Problem("facts: { option: { agreement: { type: boolean, per: [aims, staff] } } }\ngates: { g: { requires: agreement.amis } }\n")
            .ShouldBe("OA3007 `agreement` has no `amis`; did you mean `aims`?");

    [Fact]
    public void A_member_may_stand_in_a_cell()
    {
        var pack = RulePack.Parse("""
            rule_pack: p
            facts: { option: { agreement: { type: boolean, per: [aims, staff] } } }
            criteria: { c: { weight: 1, table: { rows: [{ when: { agreement.aims: true, baseline.agreement.staff: "null" }, score: 1 }, { otherwise: true, score: 0 }] } } }
            """);

        pack.NeedsBaseline.ShouldBeTrue();
        ((TableLeaf)pack.Criteria[0].Leaf!).Table.Rows[0].When!.Operands[0].Operands[0].ShouldBeOfType<MemberExpression>().Name.ShouldBe(0);
    }

    [Fact]
    public void Criteria_may_apply_by_the_area()
    {
        var pack = RulePack.Parse("""
            rule_pack: p
            areas: priority_areas
            records: { priority_areas: { facts: { staffed: { type: boolean } } } }
            criteria: { c: { weight: 1, applies_when: area.staffed, formula: 1 } }
            """);

        pack.Areas.ShouldNotBeNull().Id.ShouldBe("priority_areas");
        Problem("criteria: { c: { weight: 1, applies_when: area.staffed, formula: 1 } }")
            .ShouldBe("OA3001 there is no `area` here: the options have none; name the record list of the areas in the pack that is appraised: `areas: priority_areas`");
    }

    [Theory]
    [InlineData("{ value: 1, table: { rows: [{ otherwise: true, value: 1 }] } }", "OA4026 a derived fact has `value` or `table`, not both; keep one of them")]
    [InlineData("{ title: Nothing }", "OA2003 `value` is missing from a derived fact; add `value:`, the expression that gives it, or a `table:` whose rows give it")]
    [InlineData("{ table: { rows: [] } }", "OA4027 the table has no rows; write `rows:` with `- { when: ..., value: ... }`")]
    [InlineData("{ table: { hit_policy: collect_sum, rows: [{ otherwise: true, value: 1 }] } }", "OA2009 `collect_sum` is not one of the words here; the words here are `unique`, `first`, `any`, `priority`")]
    [InlineData("{ table: { rows: [{ value: 1 }] } }", "OA2003 `when` is missing from a row; write `when: { its_fact: test }`, one condition, or `otherwise: true` on the last row")]
    [InlineData("{ table: { rows: [{ when: { x: 1 } }] } }", "OA2003 `value` is missing from a row that gives a value; add `value:`, the value")]
    [InlineData("{ table: { rows: [{ when: { x: 1 }, score: 1, value: 1 }] } }", "OA2001 unknown key `score` in a row that gives a value; the keys here are `when`, `otherwise`, `value`, `priority`, `in_force`, `because`, `source`")]
    [InlineData("{ table: { rows: [{ otherwise: true, value: 1 }, { when: { x: 1 }, value: 1 }] } }", "OA4025 `otherwise` stands before the last row; move the row to the end: it holds where no other row does")]
    [InlineData("{ table: { rows: [{ when: { x: 1 }, value: 1, priority: 2 }] } }", "OA4026 `priority` stands only under `hit_policy: priority`; take it out, or set `hit_policy: priority`")]
    [InlineData("{ table: { hit_policy: priority, rows: [{ when: { x: 1 }, value: 1 }] } }", "OA2003 `priority` is missing from a row under `hit_policy: priority`; add `priority:`; the larger wins")]
    [InlineData("{ table: { rows: [{ when: { x: 1 }, value: 1 }, { otherwise: true, value: true }] } }", "OA4030 this row gives true or false, an earlier one a number; give all rows values of one type and unit")]
    [InlineData("{ table: { rows: [{ when: { x: 1 }, value: cost }, { otherwise: true, value: x }] } }", "OA4030 this row gives a number without unit, an earlier one a number of GBP; give all rows values of one type and unit")]
    [InlineData("{ unit: people, table: { rows: [{ when: { x: 1 }, value: cost }, { otherwise: true, value: 1 }] } }", "OA4012 `d` is declared in `people`, its expression gives `GBP`; write `unit: GBP`, or change the expression")]
    [InlineData("{ table: { rows: [{ when: { x: 1 }, value: high }, { otherwise: true, value: low }] } }", "OA3001 there is no `high` here; if it is a text, write it as `'\"high\"'`: the inner quotes make it a text")]
    [InlineData("{ table: { rows: [{ when: { d: 1 }, value: 1 }, { otherwise: true, value: 2 }] } }", "OA4011 derived facts in a circle: d -> d; let one of them rest on facts alone")]
    [InlineData("{ table: { rows: [{ otherwise: true, value: 'null' }] } }", "OA4030 `d` can never be known; write an expression that gives a value")]
    public void What_is_wrong_with_a_table_of_a_derived_fact_is_told(string derived, string wanted) =>
        Problem($"facts: {{ option: {{ x: {{ type: number }}, cost: {{ type: number, unit: GBP }} }} }}\nderived: {{ option: {{ d: {derived} }} }}\n").ShouldBe(wanted);

    [Fact]
    public void A_word_in_a_table_is_a_member_of_the_choice_that_another_row_gives()
    {
        var pack = RulePack.Parse("""
            rule_pack: p
            facts: { option: { route: { type: choice, of: [none, pooled] }, small: { type: boolean } } }
            derived: { option: { d: { table: { rows: [{ when: small, value: none }, { when: not(small), value: route }] } } } }
            """);

        pack.Derived[0].Type.ShouldBeOfType<ChoiceType>();
        ((DerivedTableExpression)pack.Derived[0].Value).Rows[0].Value.ShouldBeOfType<ConstantExpression>().Value.ShouldBe(Value.ChoiceOf("none"));
    }

    [Fact]
    public void A_literal_in_a_table_takes_the_unit_of_the_others_or_that_declared()
    {
        const string facts = "rule_pack: p\nfacts: { option: { small: { type: boolean }, cost: { type: number, unit: GBP } } }\n";

        RulePack.Parse(facts + "derived: { option: { d: { table: { rows: [{ when: small, value: 3 }, { otherwise: true, value: cost }] } } } }").Derived[0].Type.ShouldBe(In("GBP"));
        RulePack.Parse(facts + "derived: { option: { d: { unit: people, table: { rows: [{ when: small, value: 3 }, { otherwise: true, value: 4 }] } } } }").Derived[0].Type.ShouldBe(In("people"));
    }

    [Fact]
    public void Derived_facts_stand_after_those_that_their_tables_use()
    {
        var pack = RulePack.Parse("""
            rule_pack: p
            facts: { option: { x: { type: number } } }
            derived:
              option:
                last: { table: { rows: [{ when: { middle: "< 5, > 10" }, value: middle }, { otherwise: true, value: 0 }] } }
                middle: { table: { rows: [{ when: first_one > 3, value: 1 }, { otherwise: true, value: 0 }] } }
                first_one: { value: x + 1 }
            """);

        pack.Derived.Select(d => d.Id).ShouldBe(["first_one", "middle", "last"]);
    }

    [Fact]
    public void A_chain_of_thousands_of_tables_is_bound()
    {
        var chain = string.Concat(Enumerable.Range(0, 2000).Select(i => $"    f{i}: {{ table: {{ rows: [{{ when: {{ f{i + 1}: 1 }}, value: 1 }}, {{ otherwise: true, value: 2 }}] }} }}\n"));

        RulePack.Parse($"rule_pack: p\nderived:\n  case:\n{chain}    f2000: {{ value: 1 }}\n").Derived.Length.ShouldBe(2001);
    }
}
