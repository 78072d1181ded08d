using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public class LikeTests
{
    private static Value Fact(AppraisalCase read, int option, string fact) => read.Options[option].Facts[CaseText.Pack.Schema.OptionFacts.Single(f => f.Id == fact)];

    private static string Members(AppraisalCase read, int option, string fact) =>
        string.Join(' ', Fact(read, option, fact).List.Select(v => v.IsUnknown ? "?" : v.Kind == ValueKind.Number ? PlainNumber.Format(v.Number) : v == Value.True ? "yes" : "no"));

    [Fact]
    public void An_option_that_is_like_another_starts_from_its_facts()
    {
        var read = CaseText.Read("""
            options:
              now: { title: As now, area: payroll, baseline: true, facts: { cost: { value: 100, grade: document }, route: by hand } }
              joint: { area: payroll, like: now, facts: { route: together } }
            """);

        Fact(read, 1, "cost").Number.ShouldBe(100);
        Fact(read, 1, "route").Text.ShouldBe("together");
        read.Options[1].Facts.EvidenceOf(CaseText.Pack.Schema.OptionFacts[0])!.Grade.ShouldBe(EvidenceGrade.Document);
    }

    [Fact]
    public void Title_baseline_and_area_are_its_own()
    {
        var read = CaseText.Read("options: { now: { title: As now, area: payroll, baseline: true }, ld: { area: learning_disability, baseline: true }, ld_like: { area: learning_disability, like: now } }");

        (read.Options[2].Title, read.Options[2].IsBaseline, read.Options[2].Area!.Id).ShouldBe(("ld_like", false, "learning_disability"));
    }

    [Fact]
    public void What_it_is_like_may_come_later_and_be_like_a_third()
    {
        var read = CaseText.Read("""
            options:
              a: { area: payroll, baseline: true, like: b, facts: { route: a } }
              b: { area: payroll, like: c }
              c: { area: payroll, facts: { cost: 7, route: c } }
            """);

        Enumerable.Range(0, 3).Select(i => (Fact(read, i, "cost").Number, Fact(read, i, "route").Text)).ShouldBe([(7m, "a"), (7m, "c"), (7m, "c")]);
    }

    [Fact]
    public void Members_of_a_fact_are_taken_over_singly()
    {
        var read = CaseText.Read("""
            options:
              now: { area: payroll, baseline: true, facts: { agreement: { aims: true, staff: { value: true, grade: testimony } }, cost_to: { pct: 40, council: 60 } } }
              joint: { area: payroll, like: now, facts: { agreement: { staff: false, duration: true }, cost_to: { council: 50 } } }
              same: { area: payroll, like: joint }
            """);

        Members(read, 1, "agreement").ShouldBe("yes no yes");
        Members(read, 1, "cost_to").ShouldBe("40 50");
        Members(read, 2, "agreement").ShouldBe("yes no yes");
        var agreement = CaseText.Pack.Schema.OptionFacts.Single(f => f.Id == "agreement");
        read.Options[1].Facts.EvidenceOf(agreement, 0).ShouldNotBeNull();
        read.Options[1].Facts.EvidenceOf(agreement, 1)!.Grade.ShouldBeNull();
    }

    [Fact]
    public void An_empty_value_is_not_known_whatever_the_other_option_has()
    {
        var read = CaseText.Read("options: { now: { area: payroll, baseline: true, facts: { cost: 100, agreement: { aims: true } } }, joint: { area: payroll, like: now, facts: { cost: , agreement: { aims: } } } }");

        Fact(read, 1, "cost").IsUnknown.ShouldBeTrue();
        Members(read, 1, "agreement").ShouldBe("? ? ?");
    }

    [Fact]
    public void A_default_is_taken_over_like_any_value() =>
        Fact(CaseText.Read("options: { now: { area: payroll, baseline: true }, joint: { area: payroll, like: now } }"), 1, "cost").Number.ShouldBe(5);

    [Fact]
    public void A_misspelt_option_is_told() => CaseText.ShouldTell(
        "options: { status_quo: { area: payroll, baseline: true }, joint: { area: payroll, like: status_qou } }", "OA5010", "status_qou", "unknown option `status_qou`", "did you mean `status_quo`?");

    [Fact]
    public void A_circle_is_told_with_its_path() => CaseText.ShouldTell(
        "options: { now: { area: payroll, baseline: true }, a: { area: payroll, like: b }, b: { area: payroll, like: c }, c: { area: payroll, like: b } }",
        "OA5018", "b", "options are like each other in a circle: b -> c -> b", "take `like` out of one of them, and give it all its facts");

    [Fact]
    public void An_option_is_not_like_itself() => CaseText.ShouldTell(
        "options: { now: { area: payroll, baseline: true, like: now } }", "OA5018", "now", "`now` is like itself", "take `like` out of one of them, and give it all its facts");

    [Fact]
    public void A_long_chain_needs_no_deep_stack()
    {
        var text = string.Concat(Enumerable.Range(0, 900).Select(i => $"  o{i}: {{ area: payroll, like: o{i + 1} }}\n"));

        var read = CaseText.Read($"options:\n{text}  o900: {{ area: payroll, baseline: true, facts: {{ cost: 9 }} }}");

        Fact(read, 0, "cost").Number.ShouldBe(9);
    }
}
