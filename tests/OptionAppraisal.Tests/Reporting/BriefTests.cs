using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>What a board reads first, beside the recommendation: where things stand today, what to watch, and why an option is out.</summary>
public sealed class BriefTests
{
    private const string Rules = """
        rule_pack: payroll
        title: Sharing payroll
        sources: { brief: { title: The brief } }
        facts:
          case: { staff: { title: Staff today, type: number, unit: people } }
          option:
            cost: { title: Cost a year, type: number, unit: GBP/year, ask: What would it cost a year? }
            allowed: { type: boolean, default: true }
        derived: { option: { saving: { title: Saving, value: baseline.cost - cost } } }
        gates:
          in_scope: { title: Within the review, requires: allowed, because: BECAUSE, source: { id: brief, at: section 2 } }
        criteria:
          economy: { weight: 1, title: Economy, linear: { of: cost, worst: 100000, best: 50000 } }
        findings:
          cheap: { kind: risk, severity: low, when: cost < 90000, says: It is cheap. }
          posts_go: { kind: condition, severity: medium, when: saving > 10000, says: "Posts go: it saves {saving}." }
          dear: { kind: risk, severity: high, when: cost > 90000, says: It is dear. }
          one_left: { kind: risk, severity: high, when: saving > 10000, says: One team is left. }
          moves: { kind: risk, severity: high, scope: case, when: staff > 5, says: The office moves. }
          talk: { kind: condition, severity: medium, scope: case, when: staff > 5, says: Staff talk. }
        stages:
          only: { title: The only stage, needs: { case: [staff], option: [cost, saving] } }

        """;

    private const string Case = """
        case: payroll_2002
        title: Payroll
        rule_pack: payroll.pack.yaml
        as_of: 2002-06-01
        facts: { staff: 9 }
        options:
          as_now: { title: Two payrolls as now, baseline: true, facts: { cost: 95000 } }
          one: { title: One payroll, facts: { cost: 60000 } }
          bureau: { title: A bureau, facts: { cost: } }
          abroad: { title: Payroll abroad, facts: { cost: 50000, allowed: false } }

        """;

    private static string Paper(string because = "The boards ruled it out", string appraisalCase = Case, Func<string, string>? change = null)
    {
        var rules = Rules.Replace("BECAUSE", because, StringComparison.Ordinal);
        return AppraisalMarkdown.Write(new Appraiser().Appraise(AppraisalCase.Parse(appraisalCase, RulePack.Parse(change?.Invoke(rules) ?? rules))));
    }

    // With so many words more in two high findings about what is recommended.
    private static string Longer(string rules, int words) => rules
        .Replace("One team is left.", "One team is left" + string.Concat(Enumerable.Repeat(" word", words / 2)), StringComparison.Ordinal)
        .Replace("scope: case, when: staff > 5, says: The office moves.", "when: saving > 10000, says: The office moves" + string.Concat(Enumerable.Repeat(" word", words - (words / 2))), StringComparison.Ordinal);

    private static string Watched(string paper) => Brief(paper).Split("## Risks and conditions\n\n")[1].Split("\n\n")[0];

    private static string Brief(string paper) => paper[..paper.IndexOf("## Annex A", StringComparison.Ordinal)];

    // 95,000 is a tenth of the way from 100,000 to 50,000.
    [Fact]
    public void It_says_where_things_stand_today() => Brief(Paper()).ShouldContain("## Current position\n\n- Two payrolls as now, 10 of 100; Cost a year: £95,000.\n");

    [Fact]
    public void It_names_what_weighs_most_of_what_is_recommended_and_of_the_case()
    {
        Watched(Paper()).ShouldBe("- **High risk**. One team is left.\n- **High risk**. The office moves.\n- **Medium condition**. Posts go: it saves £35,000 a year.");
    }

    [Fact]
    public void What_is_out_is_told_with_the_reason_why_it_is_asked_and_its_source() =>
        Brief(Paper()).ShouldContain("- **Payroll abroad**. Not met: Within the review (The boards ruled it out \\[1, section 2\\]).\n");

    [Fact]
    public void A_reason_of_25_words_stays_whole_and_of_a_longer_one_the_annex_has_the_rest()
    {
        var all = string.Join(' ', Enumerable.Repeat("word", 25));
        var paper = Paper(all + " more");

        Brief(Paper(all)).ShouldContain($"- **Payroll abroad**. Not met: Within the review ({all} \\[1, section 2\\]).\n");
        Brief(paper).ShouldContain($"- **Payroll abroad**. Not met: Within the review ({all} … \\[1, section 2\\]).\n");
        paper.ShouldContain(all + " more.");
    }

    [Fact]
    public void What_several_options_do_not_meet_on_one_ground_is_said_once() =>
        Brief(Paper(appraisalCase: Case + "  offshore: { title: Payroll offshore, facts: { cost: 50000, allowed: false } }\n"))
            .ShouldContain("- **Payroll abroad** and **Payroll offshore**. Not met: Within the review (The boards ruled it out \\[1, section 2\\]).\n");

    [Fact]
    public void A_high_finding_stays_whole_however_long()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 120));

        Brief(Paper(change: r => r.Replace("One team is left.", words, StringComparison.Ordinal))).ShouldContain($"- **High risk**. {words}\n");
    }

    [Fact]
    public void However_much_must_be_told_the_decision_and_the_recommendation_stand()
    {
        var brief = Brief(Paper(change: r => Longer(r, 300)
            .Replace("only: { title: The only stage,", $"only: {{ title: The only stage, report: {{ shows: [findings.talk] }},", StringComparison.Ordinal)
            .Replace("Staff talk.", string.Join(' ', Enumerable.Repeat("word", 300)), StringComparison.Ordinal)));

        brief.ShouldContain("As of 1 June 2002.");
        brief.ShouldContain("## Decision asked\n\nThe deciding bodies are asked");
        brief.ShouldContain("## Recommendation\n\n**One payroll**, 80 of 100");
        brief.ShouldNotContain("Current position");
        brief.ShouldContain("words, more than a page has.**");
    }

    [Fact]
    public void High_findings_about_the_case_give_way_and_are_counted()
    {
        var brief = Brief(Paper(change: r => Longer(r, 260)
            .Replace("  talk:", "  strike: { kind: risk, severity: high, scope: case, when: staff > 5, says: " + string.Join(' ', Enumerable.Repeat("strike", 30)) + " }\n  talk:", StringComparison.Ordinal)));

        brief.ShouldNotContain("strike strike");
        brief.ShouldContain("1 of them high: Annex E.\n");
    }

    // The gate has a reason and a source, and so has the part that fails.
    [Fact]
    public void The_reason_of_a_requirement_is_cited_to_its_own_source()
    {
        var brief = Brief(Paper(change: r => r.Replace("requires: allowed,", "requires: { power: { is: allowed, because: There is a power, source: { id: brief, at: article 9 } } },", StringComparison.Ordinal)));

        brief.ShouldContain("Within the review (The boards ruled it out \\[1, section 2\\]).");
    }

    [Fact]
    public void A_high_finding_is_told_of_the_option_that_has_it_and_of_no_other_of_its_title()
    {
        const string TwoTowns = "rule_pack: areas\nareas: towns\nrecords: { towns: {} }\nfacts: { option: { cost: { type: number } } }\ncriteria:\n  economy: { weight: 1, linear: { of: cost, worst: 100, best: 0 } }\n"
            + "findings:\n  dear: { kind: risk, severity: high, when: cost > 50, says: It is dear. }\n";
        const string TwoOfEach = "case: two\nrule_pack: areas.pack.yaml\nas_of: 2002-06-01\nrecords: { towns: { north: { title: North }, south: { title: South } } }\noptions:\n"
            + "  a: { title: Joint, area: north, facts: { cost: 60 } }\n  b: { title: Alone, area: north, facts: { cost: 10 } }\n  c: { title: Joint, area: south, facts: { cost: 20 } }\n  d: { title: Alone, area: south, facts: { cost: 90 } }\n";
        var brief = Brief(AppraisalMarkdown.Write(new Appraiser().Appraise(AppraisalCase.Parse(TwoOfEach, RulePack.Parse(TwoTowns)))));

        brief.ShouldContain("- North: **Alone**, 90 of 100");
        brief.ShouldContain("- South: **Joint**, 80 of 100");
        brief.ShouldNotContain("It is dear.");
    }

    [Fact]
    public void Six_high_findings_are_told_and_the_others_counted()
    {
        var more = string.Concat(Enumerable.Range(1, 6).Select(i => $"  more_{i}: {{ kind: risk, severity: high, when: saving > 10000, says: Another {i}. }}\n"));
        var watched = Watched(Paper(change: r => r.Replace("  talk:", more + "  talk:", StringComparison.Ordinal)));

        watched.Split('\n').Length.ShouldBe(8);
        watched.ShouldContain("- **High risk**. Another 5.\n- 1 more high: Annex E.\n");
    }

    [Fact]
    public void A_high_part_of_what_weighs_less_is_told_for_itself()
    {
        var brief = Brief(Paper(change: r => r.Replace("says: One team is left. }", "says: One team is left., part_of: posts_go }", StringComparison.Ordinal)));

        brief.ShouldContain("- **High risk**. One team is left.\n");
        Brief(Paper(change: r => r.Replace("says: The office moves. }", "says: The office moves., part_of: one_left }", StringComparison.Ordinal))).ShouldNotContain("The office moves.");
    }

    // 60,000 is 80 of 100; as now 10; so 70 points.
    [Fact]
    public void Where_words_are_short_what_makes_the_lead_gives_way_to_what_must_be_told()
    {
        // Of the 18 words of what may go, 6 are left: too few for either sentence.
        var brief = Brief(Paper(change: r => Longer(r, 400 - Words.Count(Brief(Paper())) + 12)));

        Brief(Paper()).ShouldContain("It gains on Economy (80 against 10: +70).");
        brief.ShouldContain("**One payroll**, 80 of 100, first of 3 ranked, 70 ahead of **Two payrolls as now**.");
        brief.ShouldNotContain("It gains on");
        brief.ShouldNotContain("Medium condition");
        brief.ShouldContain("## Current position\n\n- Two payrolls as now, 10 of 100; Cost a year: £95,000.\n");
        brief.ShouldContain("(The boards ruled it out \\[1, section 2\\])");
        Words.Count(brief).ShouldBeLessThanOrEqualTo(400);
    }

    [Fact]
    public void Where_words_are_shorter_still_what_the_stage_lacks_is_counted()
    {
        var needs = Case.Replace("facts: { staff: 9 }", "facts: { staff: 9, depots: }", StringComparison.Ordinal);
        string Of(int words) => Brief(Paper(
            appraisalCase: needs,
            change: r => Longer(r, words).Replace("case: { staff:", "case: { depots: { type: number, ask: How many depots are there where anybody is paid by hand? }, staff:", StringComparison.Ordinal)
                .Replace("case: [staff]", "case: [staff, depots]", StringComparison.Ordinal)));

        Of(0).ShouldContain("## Information still needed\n\n- How many depots are there where anybody is paid by hand?\n");
        var full = 400 - Words.Count(Of(0));
        Enumerable.Range(full, 40).Select(Of).ShouldContain(b => b.Contains("## Information still needed\n\n- 2 facts: Annex K.\n", StringComparison.Ordinal));
    }

    [Fact]
    public void What_would_settle_it_is_not_asked_twice() => Brief(Paper()).Split("What would it cost a year? (A bureau)").Length.ShouldBe(2);

    [Fact]
    public void What_the_stage_asks_to_know_stands_today_first_and_says_what_is_not_known()
    {
        var paper = Paper();

        paper.ShouldContain("What this stage asks to know. **2 values are not known**, and what rests on them is incomplete:\n\n- Staff today: 9 people\n");
        paper.ShouldContain("| Fact | 2 (today) | 1 | 3 |\n");
        paper.ShouldContain("| Cost a year | £95,000 a year | £60,000 a year | **not known** |\n");
        paper.ShouldContain("| Saving | can be worked out | can be worked out | **not known** |\n");
    }

    [Fact]
    public void Where_all_of_it_is_known_it_says_so() =>
        Paper(appraisalCase: Case.Replace("facts: { cost: }", "facts: { cost: 70000 }", StringComparison.Ordinal)).ShouldContain("What this stage asks to know, all of which is known:");

    [Fact]
    public void Where_the_words_are_used_up_it_says_what_it_must_alone()
    {
        var brief = Brief(AppraisalMarkdown.Write(Staged.Result(Staged.Proceed)));

        brief.ShouldNotContain("It gains on");
        brief.ShouldNotContain("Medium");
        brief.ShouldContain("Current position");
        brief.ShouldContain("What is unknown");
    }

    [Fact]
    public void An_explanation_says_why_a_requirement_is_asked()
    {
        var result = new Appraiser().Appraise(AppraisalCase.Parse(Case, RulePack.Parse(Rules.Replace("BECAUSE", "The boards ruled it out", StringComparison.Ordinal))));

        ScoreExplanationText.Write(new Appraiser().Explain(result, "abroad")).ToString().ShouldContain("Why it is asked: The boards ruled it out");
    }
}
