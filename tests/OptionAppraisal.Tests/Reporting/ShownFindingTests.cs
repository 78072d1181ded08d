using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>The findings that a stage wants told in the summary.</summary>
public sealed class ShownFindingTests
{
    private const string Heading = "## What this stage reports\n\n";

    private const string Rules = """
        rule_pack: payroll
        records: { bodies: { facts: { staff: { title: Staff, type: number, unit: people, default: 4 } } } }
        facts:
          case: { offices: { title: Offices, type: number } }
          option:
            cost: { type: number, unit: GBP/year }
            lawful: { title: Lawful, type: boolean, default: true }
            posts: { title: Posts that go, type: number, unit: people, default: 3 }
        gates:
          legal: { title: It is lawful, requires: lawful }
        criteria:
          economy: { weight: 1, linear: { of: cost, worst: 100000, best: 50000 } }
        findings:
          moves: { kind: risk, severity: low, scope: case, when: offices > 1, says: "# The offices move." }
          small: { kind: lesson, severity: low, scope: bodies, when: staff < 5, says: "{title} has {staff}." }
          alike: { kind: lesson, severity: low, scope: bodies, when: staff < 5, says: A team is small. }
          posts_go: { kind: condition, severity: high, when: posts > 0, says: "{posts} go." }
          a_part: { kind: condition, severity: low, when: posts > 0, says: Some of them soon., part_of: posts_go }
          silent: { kind: risk, severity: high, when: posts > 100, says: All posts go. }
          once: { kind: risk, severity: low, scope: case, when: "true", says: It was so., in_force: { to: 2001-03-31 } }
          late: { kind: risk, severity: low, scope: case, when: "true", says: It is late., stages: [second] }
        stages:
          first: { title: First, report: { max_words: 400, shows: SHOWS }, review_by: bodies }
          second: { title: Second }

        """;

    private const string Case = """
        case: payroll_2002
        title: Payroll
        rule_pack: payroll.pack.yaml
        as_of: 2002-06-01
        facts: { offices: 2 }
        records: { bodies: { pct: { title: The Trust, staff: 3 }, council: { title: The Council, staff: 4 } } }
        options:
          one: { title: One payroll, facts: { cost: 70000 } }
          two: { title: Two payrolls, facts: { cost: 90000, posts: 1 } }
          bureau: { title: A bureau, facts: { cost: 60000, lawful: , posts: 9 } }
          abroad: { title: Payroll abroad, facts: { cost: 65000, lawful: , posts: 8 } }

        """;

    [Fact]
    public void The_summary_tells_them_in_the_order_named_whatever_their_severity() =>
        Shown("[findings.small, findings.moves]").ShouldBe("- The Trust has 3 people.\n- The Council has 4 people.\n- \\# The offices move.");

    [Fact]
    public void The_text_report_has_a_section_of_them_before_the_ranking()
    {
        var text = AppraisalText.Write(Result("[findings.small, findings.moves]")).ToString();

        text.ShouldContain("What this stage reports\n-----------------------\n  - The Trust has 3 people.\n  - The Council has 4 people.\n  - # The offices move.\n");
        text.IndexOf("What this stage reports", StringComparison.Ordinal).ShouldBeLessThan(text.IndexOf("\nRanking\n", StringComparison.Ordinal));
    }

    // The bureau would score 80 and payroll abroad 70, the recommended one 60.
    [Fact]
    public void Of_options_they_are_told_of_the_one_recommended_and_by_title_of_the_leading_one_that_is_unresolved() =>
        Shown("[findings.posts_go]").ShouldBe("- 3 people go.\n- **A bureau**: 9 people go.");

    [Fact]
    public void Where_nothing_is_recommended_the_leading_unresolved_option_speaks() =>
        Shown("[findings.posts_go]", Case.Replace("cost: 70000", "cost: 70000, lawful: false", StringComparison.Ordinal).Replace("posts: 1", "posts: 1, lawful: false", StringComparison.Ordinal))
            .ShouldBe("- **A bureau**: 9 people go.");

    [Fact]
    public void Of_several_areas_each_option_is_named()
    {
        var rules = Rules.Replace("stages:\n", "areas: bodies\nstages:\n", StringComparison.Ordinal).Replace(", scope: bodies", "", StringComparison.Ordinal)
            .Replace("staff < 5", "posts > 100", StringComparison.Ordinal).Replace("{title} has {staff}.", "None.", StringComparison.Ordinal);
        var appraisalCase = Case.Replace("title: One payroll,", "title: One payroll, area: pct,", StringComparison.Ordinal).Replace("title: Two payrolls,", "title: Two payrolls, area: council,", StringComparison.Ordinal)
            .Replace("title: A bureau,", "title: A bureau, area: council,", StringComparison.Ordinal).Replace("title: Payroll abroad,", "title: Payroll abroad, area: council,", StringComparison.Ordinal);

        Shown("[findings.posts_go, findings.a_part]", appraisalCase, rules).ShouldBe(
            "- **One payroll**: 3 people go.\n- **Two payrolls**: 1 people go.\n- **A bureau**: 9 people go.\n- **One payroll, Two payrolls and A bureau**: Some of them soon.");
    }

    [Fact]
    public void One_that_is_not_known_is_told_as_what_cannot_be_ruled_out() =>
        Shown("[findings.moves]", Case.Replace("offices: 2", "offices: ", StringComparison.Ordinal)).ShouldBe("- **Cannot be ruled out** (not known: Offices): # The offices move.");

    [Fact]
    public void Of_what_is_not_known_two_are_named_and_the_others_counted() =>
        Shown(
            "[findings.moves]", Case.Replace("offices: 2", "offices: ", StringComparison.Ordinal),
            Rules.Replace("offices: { title: Offices, type: number }", "offices: { title: Offices, type: number }, desks: { title: Desks, type: number }, doors: { title: Doors, type: number }", StringComparison.Ordinal)
                .Replace("when: offices > 1", "when: offices + desks + doors > 1", StringComparison.Ordinal))
            .ShouldBe("- **Cannot be ruled out** (not known: Offices; Desks; 1 more): # The offices move.");

    [Fact]
    public void A_list_that_the_case_leaves_out_silences_nothing() =>
        Shown("[findings.alike]", string.Join('\n', Case.Split('\n').Where(l => !l.StartsWith("records:", StringComparison.Ordinal)))).ShouldStartWith("- **Cannot be ruled out** (not known: ");

    [Fact]
    public void Records_of_whom_the_same_is_said_share_a_line_with_their_names() =>
        Shown("[findings.alike]").ShouldBe("- **The Trust and The Council**: A team is small.");

    [Fact]
    public void One_that_is_silent_or_not_in_force_is_not_told() =>
        AppraisalMarkdown.Write(Result("[findings.silent, findings.once]")).ShouldNotContain(Heading);

    [Fact]
    public void Parts_are_told_where_they_are_named() =>
        Shown("[findings.a_part]").ShouldBe("- Some of them soon.\n- **A bureau**: Some of them soon.");

    [Fact]
    public void They_are_not_told_again_among_risks_and_conditions()
    {
        Summary("[findings.moves]").ShouldContain("**High condition**. 3 people go.");
        Summary("[findings.posts_go]").ShouldNotContain("High condition");
    }

    [Fact]
    public void They_are_never_left_out_for_words_and_the_warning_speaks()
    {
        var words = string.Join(' ', Enumerable.Repeat("word", 450));
        var summary = Summary("[findings.moves, findings.small]", rules: Rules.Replace("\"# The offices move.\"", words, StringComparison.Ordinal));

        summary.ShouldContain(words);
        summary.ShouldContain("- The Council has 4 people.");
        summary.ShouldContain("words, more than the 400 that the rules allow for this stage.");
    }

    [Fact]
    public void What_cannot_be_shown_is_an_error_with_help()
    {
        var problems = RulePack.TryParse(Rules.Replace("SHOWS", "[findings.move, moves, findings.moves, findings.moves, findings.late, gates.legal]", StringComparison.Ordinal)).Diagnostics;

        problems.ShouldAllBe(p => p.Code == PackCodes.StageShows && p.Span.Start.Line == 23);
        problems.Select(p => (p.Message, p.Help)).ShouldBe(
        [
            ("there is no finding `findings.move` to show", "did you mean `findings.moves`?"),
            ("`moves` does not name a finding", "write `findings.moves`"),
            ("`findings.moves` stands twice here", "take one of them out"),
            ("`findings.late` does not count in the stage `first`", "show it in `second`, where it counts, or add `first` to its `stages`"),
            ("`gates.legal` does not name a finding", "the findings here are `findings.moves`, `findings.small`, `findings.alike`, `findings.posts_go`, `findings.a_part`, `findings.silent`, `findings.once`, `findings.late`"),
        ]);
    }

    [Fact]
    public void A_finding_that_this_pack_removes_cannot_be_shown_and_what_an_inner_pack_shows_of_it_counts_for_nothing()
    {
        using var folder = new Folder();
        folder.Write("inner.pack.yaml", """
            rule_pack: inner
            facts: { case: { offices: { type: number } } }
            findings: { moves: { kind: risk, severity: low, scope: case, when: offices > 1, says: The offices move. } }
            stages: { one: { title: One, report: { shows: [findings.moves] } } }

            """);
        var outer = folder.Write("outer.pack.yaml", """
            rule_pack: outer
            uses: [inner.pack.yaml]
            removes: [findings.moves]
            criteria: { a: { weight: 1, formula: 5 } }
            stages: { one: { title: One, report: { shows: [findings.moves] } } }

            """);

        var problem = RulePack.TryLoad(outer).Diagnostics.ShouldHaveSingleItem();

        (problem.Span.Path, problem.Message).ShouldBe(("outer.pack.yaml", "the finding `moves` is removed"));
    }

    [Fact]
    public void A_report_that_says_nothing_is_an_error() =>
        RulePack.TryParse(Rules.Replace("{ max_words: 400, shows: SHOWS }", "{}", StringComparison.Ordinal)).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.Nothing);

    private static Results.AppraisalResult Result(string shows, string appraisalCase = Case, string rules = Rules) =>
        new Appraiser().Appraise(AppraisalCase.Parse(appraisalCase, RulePack.Parse(rules.Replace("SHOWS", shows, StringComparison.Ordinal))));

    private static string Summary(string shows, string appraisalCase = Case, string rules = Rules)
    {
        var paper = AppraisalMarkdown.Write(Result(shows, appraisalCase, rules));
        return paper[..paper.IndexOf("## Annex A", StringComparison.Ordinal)];
    }

    private static string Shown(string shows, string appraisalCase = Case, string rules = Rules) => Summary(shows, appraisalCase, rules).Split(Heading)[1].Split("\n\n")[0];
}
