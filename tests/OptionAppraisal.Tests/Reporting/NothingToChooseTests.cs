using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>Reports where no option may be chosen, or what is settled is settled for now.</summary>
public sealed class NothingToChooseTests
{
    private const string Rules = """
        rule_pack: payroll
        records: { bodies: {} }
        facts:
          option:
            cost: { type: number, unit: GBP/year }
            lawful: { type: boolean }
            near: { type: boolean, default: true }
            agreed: { type: boolean, default: true }
        gates:
          legal: { title: It is lawful, requires: { power: { is: lawful, because: There is a power to do it }, deed: { is: agreed, because: There is a deed } } }
          close: { title: It is close by, requires: near, because: People must get there }
        criteria:
          economy: { title: Economy, weight: 1, linear: { of: cost, worst: 100000, best: 50000 } }
        stages:
          first: { title: First, review_by: bodies }
          second: { title: Second }

        """;

    private const string Case = """
        case: payroll_2002
        title: Payroll
        rule_pack: payroll.pack.yaml
        as_of: 2002-06-01
        records: { bodies: { pct: { title: The Trust }, council: { title: The Council } } }
        options:
          as_now: { title: Two payrolls, baseline: true, facts: { cost: 95000, lawful: false, near: false } }
          one: { title: One payroll, facts: { cost: 60000, lawful: false } }
          bureau: { title: A bureau, facts: { cost: 70000, lawful: false } }

        """;

    private const string Nothing = "There is nothing to choose from. No decision is asked of The Trust and The Council but to note this; a decision waits for new options.";

    [Fact]
    public void Nobody_is_asked_to_go_on_with_nothing()
    {
        Brief(Result()).ShouldContain("## Decision asked\n\n" + Nothing + "\n\n");
        Flat(AppraisalText.Write(Result()).ToString()).ShouldContain("What is asked - " + Nothing);
    }

    [Fact]
    public void Without_stages_nobody_is_asked_to_choose_either() =>
        Brief(Result(rules: Rules[..Rules.IndexOf("stages:", StringComparison.Ordinal)])).ShouldContain("## Decision asked\n\nThere is nothing to choose from. No decision is asked but to note this; a decision waits for new options.\n");

    [Fact]
    public void While_one_may_still_turn_out_to_be_lawful_they_are_asked() =>
        Brief(Result(Case.Replace("cost: 70000, lawful: false", "cost: 70000", StringComparison.Ordinal))).ShouldContain("asked whether to go on to Second, with A bureau (not yet known");

    [Fact]
    public void A_baseline_that_is_out_is_not_taken_on()
    {
        const string Areas = "areas: towns\nrecords: { towns: {}, bodies: {} }";
        var inAreas = Case.Replace("records: { ", "records: { towns: { north: { title: North }, south: { title: South } }, ", StringComparison.Ordinal).Replace("Two payrolls,", "Two payrolls, area: north,", StringComparison.Ordinal)
            .Replace("One payroll,", "One payroll, area: north,", StringComparison.Ordinal).Replace("A bureau, facts: { cost: 70000, lawful: false }", "A bureau, area: south, facts: { cost: 70000, lawful: true }", StringComparison.Ordinal);

        Brief(Result(inAreas, Rules.Replace("records: { bodies: {} }", Areas, StringComparison.Ordinal))).ShouldContain("asked whether to go on to Second, with nothing for North; A bureau for South.");
    }

    [Fact]
    public void What_all_fail_is_said_once_and_what_some_fail_besides_after_it() =>
        Brief(Result()).ShouldEndWith(
            "## What cannot be chosen\n\n- **All 3 options**. Not met: It is lawful (not so: There is a power to do it).\n- **Two payrolls** (the baseline). Not met also: It is close by (People must get there).\n\n");

    [Fact]
    public void Words_of_a_part_that_does_not_hold_do_not_read_as_if_it_did()
    {
        var result = Result(Case.Replace("cost: 70000, lawful: false", "cost: 70000, agreed: ", StringComparison.Ordinal));
        var (text, paper) = (Flat(AppraisalText.Write(result).ToString()), AppraisalMarkdown.Write(result));

        text.ShouldContain("- Not so: There is a power to do it");
        text.ShouldContain("- Not known whether: There is a power to do it - Not known whether: There is a deed");
        text.ShouldContain("It is close by People must get there");
        paper.ShouldContain("| One payroll | It is lawful | **not met** | Not so: There is a power to do it.");
        paper.ShouldContain("| A bureau | It is lawful | **not known** | Not known whether: There is a power to do it. Not known whether: There is a deed.");
        paper.ShouldContain("| **not met** | People must get there. In the case");
    }

    [Fact]
    public void What_is_settled_before_the_last_stage_is_said_to_be_asked_more_once()
    {
        var areas = AppraisalMarkdown.Write(Staged.Result(""));
        var brief = Brief(Result(Case.Replace("cost: 60000, lawful: false", "cost: 60000, lawful: true", StringComparison.Ordinal)));

        brief.ShouldContain("**Settled** in this stage; a later one asks for more.");
        areas.Split("; a later one asks for more").Length.ShouldBe(2);
        Flat(AppraisalText.Write(Result(Case.Replace("cost: 60000, lawful: false", "cost: 60000, lawful: true", StringComparison.Ordinal))).ToString())
            .ShouldContain("nothing that is still missing in this stage can put another option ahead; a later one asks for more.");
    }

    [Fact]
    public void In_the_last_stage_no_later_one_asks_for_more()
    {
        var result = Result(
            Case.Replace("cost: 60000, lawful: false", "cost: 60000, lawful: true", StringComparison.Ordinal) + "decisions: { first: { by: { pct: proceed, council: proceed }, on: 2002-05-20 } }\n");

        Brief(result).ShouldContain("**Settled**: nothing unknown can change it.");
        AppraisalText.Write(result).ToString().ShouldNotContain("a later one");
    }

    [Fact]
    public void Where_the_appraisal_was_stopped_no_later_stage_asks_for_anything() => AppraisalMarkdown.Write(Staged.Result(Staged.Stopped)).ShouldNotContain("a later one");

    private static AppraisalResult Result(string appraisalCase = Case, string rules = Rules) => new Appraiser().Appraise(AppraisalCase.Parse(appraisalCase, RulePack.Parse(rules)));

    private static string Brief(AppraisalResult result)
    {
        var paper = AppraisalMarkdown.Write(result);
        return paper[..paper.IndexOf("## Annex A", StringComparison.Ordinal)];
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
