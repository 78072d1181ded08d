using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// Tables that give derived facts their values: what decides, and what not known does to it.
public sealed class DerivedTableTests
{
    private const string Rows = "[{ when: a, value: 1 }, { when: b, value: 2 }, { when: c, value: x }, { otherwise: true, value: 9 }]";

    [Theory]
    [InlineData("unique", "a: true, b: false, c: false", "1")]
    [InlineData("unique", "a: false, b: false, c: false", "9")]
    [InlineData("unique", "a: false, b: false, c: true, x: 5", "5")]
    [InlineData("unique", "a: false, b: false, c: true", "? options.o.x")]
    [InlineData("unique", "a: true", "1")]
    [InlineData("unique", "a: false, c: false", "? options.o.b")]
    [InlineData("unique", "a: false, b: false, x: 9", "9")]
    [InlineData("unique", "a: false, b: false, x: 8", "? options.o.c")]
    [InlineData("unique", "a: false, b: false", "? options.o.c options.o.x")]
    [InlineData("unique", "a: true, b: true", "OA6002@3:86")]
    [InlineData("first", "a: true, b: true", "1")]
    [InlineData("first", "b: true, c: true", "? options.o.a")]
    [InlineData("first", "a: false, b: true", "2")]
    [InlineData("any", "a: true, b: false, c: true, x: 1", "1")]
    [InlineData("any", "a: true, b: false, c: true, x: 3", "OA6003@3:106")]
    [InlineData("any", "a: true, b: false, c: true", "? options.o.x")]
    [InlineData("any", "a: true, b: false, x: 3", "1")]
    public void The_rows_that_may_decide_give_the_value_where_they_agree(string policy, string facts, string wanted) => Score(policy, Rows, facts).ShouldBe(wanted);

    [Theory]
    [InlineData("a: true, b: true, c: true", "2")]
    [InlineData("a: true, b: false, c: true, x: 7", "7")]
    [InlineData("a: true, c: true, x: 7", "? options.o.b")]
    [InlineData("b: true", "2")]
    [InlineData("a: true, b: false, x: 1", "1")]
    [InlineData("a: true, b: false, x: 2", "? options.o.c")]
    [InlineData("a: true, b: false", "? options.o.c options.o.x")]
    public void The_row_of_the_largest_priority_decides(string facts, string wanted) =>
        Score("priority", "[{ when: a, value: 1, priority: 1 }, { when: b, value: 2, priority: 3 }, { when: c, value: x, priority: 2 }]", facts).ShouldBe(wanted);

    [Fact]
    public void No_row_that_holds_without_an_otherwise_is_an_error_that_names_the_values()
    {
        var problem = Try("unique", "[{ when: { a: true }, value: 1 }, { when: { x: at least 3 }, value: 2 }]", "a: false, x: 1").Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(JudgingCodes.NoRowHolds);
        problem.Message.ShouldBe("no row gives `d` of the option `o` a value: `a` is false, `x` is 1");
    }

    [Fact]
    public void Two_rows_that_hold_are_named()
    {
        var problem = Try("unique", Rows, "a: true, b: true").Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe("rows 1 and 2 both hold for `d` of the option `o`");
        problem.First.ShouldNotBeNull();
    }

    [Fact]
    public void A_row_that_may_not_decide_cannot_end_in_an_error() =>
        Score("first", "[{ when: a, value: 79228162514264337593543950335 * x }, { otherwise: true, value: 2 }]", "x: 9").ShouldBe("? options.o.a");

    [Fact]
    public void Out_of_its_domain_a_condition_is_undefined()
    {
        var leaf = Try("first", "[{ when: 1 / x > 2, value: 3 }, { otherwise: true, value: 2 }]", "x: 0").Result!.Options[0].Criteria[0];

        leaf.Score.ShouldBeNull();
        leaf.Undefined.ShouldHaveSingleItem().Text.ShouldBe("1 / x");
    }

    [Theory]
    [InlineData("1999-12-31", "4")]
    [InlineData("2000-04-01", "1")]
    [InlineData("2004-12-31", "1")]
    [InlineData("2005-01-01", "2")]
    public void A_row_counts_only_while_it_is_in_force(string day, string wanted) =>
        Score("first", "[{ when: a, value: 1, in_force: { from: 2000-04-01, to: 2004-12-31 } }, { when: a, value: 2, in_force: { from: 2005-01-01 } }, { otherwise: true, value: 4 }]", "a: true", day).ShouldBe(wanted);

    [Fact]
    public void Where_the_day_is_not_known_the_latest_law_counts()
    {
        var pack = Pack("first", "[{ when: a, value: 1, in_force: { to: 2004-12-31 } }, { otherwise: true, value: 4 }]");
        var read = Case(pack, "a: true", "2002-06-01");
        var dayless = new AppraisalCase
        {
            Rules = read.Rules,
            Id = read.Id,
            Title = read.Title,
            AsOf = read.AsOf,
            IsAsOfKnown = false,
            Facts = read.Facts,
            Records = read.Records,
            Options = read.Options,
            Sha256 = read.Sha256,
        };

        new Appraiser().Appraise(read).Options[0].Criteria[0].Score.ShouldBe(1);
        new Appraiser().Appraise(dayless).Options[0].Criteria[0].Score.ShouldBe(4);
    }

    [Fact]
    public void A_table_may_stand_for_the_case_and_in_a_record()
    {
        var pack = RulePack.Parse("""
            rule_pack: example
            records:
              bodies:
                facts: { size: { type: number, unit: people } }
                derived: { class: { table: { hit_policy: first, rows: [{ when: { size: under 10 }, value: '"small"' }, { otherwise: true, value: '"large"' }] } } }
            facts: { case: { joint: { type: boolean } } }
            derived:
              case: { share: { unit: ratio, table: { rows: [{ when: joint, value: 0.5 }, { when: not(joint), value: 1 }] } } }
            criteria:
              c: { weight: 1, formula: 'share * count(bodies[class = "small"])' }
            """);
        var read = AppraisalCase.Parse(
            "case: t\nrule_pack: example.pack.yaml\nas_of: 2002-06-01\nfacts: { joint: true }\nrecords: { bodies: { a: { size: 3 }, b: { size: 4 }, c: { size: 40 } } }\noptions: { o: {} }\n", pack);

        new Appraiser().Appraise(read).Options[0].Criteria[0].Score.ShouldBe(1);
    }

    private static string Score(string policy, string rows, string facts, string day = "2002-06-01")
    {
        var outcome = Try(policy, rows, facts, day);
        if (outcome.Result is not { } result)
        {
            return string.Join(' ', outcome.Diagnostics.Select(d => $"{d.Code.Id}@{d.Span.Start.Line}:{d.Span.Start.Column}"));
        }

        var leaf = result.Options[0].Criteria[0];
        return leaf.Score is { } score ? PlainNumber.Format(score) : $"? {string.Join(' ', leaf.Missing)}";
    }

    private static (AppraisalResult? Result, System.Collections.Immutable.ImmutableArray<Diagnostic> Diagnostics) Try(string policy, string rows, string facts, string day = "2002-06-01")
    {
        var outcome = new Appraiser().TryAppraise(Case(Pack(policy, rows), facts, day));
        return (outcome.Result, outcome.Diagnostics);
    }

    private static RulePack Pack(string policy, string rows) => RulePack.Parse($$"""
        rule_pack: example
        facts: { option: { a: { type: boolean }, b: { type: boolean }, c: { type: boolean }, x: { type: number } } }
        derived: { option: { d: { table: { hit_policy: {{policy}}, rows: {{rows}} } } } }
        criteria: { score: { weight: 1, formula: d } }
        """);

    private static AppraisalCase Case(RulePack pack, string facts, string day) =>
        AppraisalCase.Parse($"case: t\nrule_pack: example.pack.yaml\nas_of: {day}\noptions: {{ o: {{ facts: {{ {facts} }} }} }}\n", pack);
}
