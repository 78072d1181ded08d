using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Markdown;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>What each body is told of itself where it is asked to decide.</summary>
public sealed class TradeOffTests
{
    private const string Rules = """
        rule_pack: fit
        records: { bodies: {}, towns: {} }
        facts:
          option:
            gain_to: { title: Gain, type: number, unit: GBP/year, per: bodies }
            visits_to: { title: Visits, type: number, per: towns }
        criteria:
          fit: { title: Fit, weight: 4, judged: true }
          trust: { title: Trust, weight: 1, judged: true }
          ease: { title: Ease, weight: 1, judged: true }
          name: { title: Name, weight: 1, judged: true }

        """;

    private const string Case = """
        case: fit_2002
        rule_pack: fit.pack.yaml
        as_of: 2002-06-01
        records: { bodies: { pct: { title: The Trust }, council: { title: The Council } }, towns: { pct: {} } }
        options:
          as_now: { title: As now, baseline: true, facts: { gain_to: { pct: 0, council: 0 }, visits_to: { pct: 5 } } }
          joint: { title: Joint unit, facts: { gain_to: { pct: 0, council: -80000 }, visits_to: { pct: 5 } } }
        assessors: { a1: { body: pct }, a2: { body: council } }
        judgements:
          fit: { as_now: { a1: 55, a2: 20 }, joint: { a1: 90, a2: 60 } }
          trust: { as_now: { a1: 50, a2: 50 }, joint: { a1: 50, a2: 50 } }
          ease: { as_now: { a1: 50, a2: 50 }, joint: { a1: 60, a2: 60 } }
          name: { as_now: { a1: 50, a2: 50 }, joint: { a1: 50, a2: 40 } }

        """;

    // On four criteria; three are told, of which the one where the council scores it below what there is now stands first.
    [Fact]
    public void Each_body_is_told_what_it_gains_itself_and_how_its_assessors_score_it_beside_carrying_on_as_now()
    {
        var asked = Asked(Case);

        asked.ShouldContain("- **The Council**: Gain: -£80,000 a year; its assessors give, of 100, 40 for Name (as now 50), 60 for Fit (as now 20; **dissent**) and 50 for Trust (as now 50).\n");
    }

    [Fact]
    public void A_body_for_which_the_figure_is_zero_or_not_known_is_told_none()
    {
        const string Scores = "its assessors give, of 100, 90 for Fit (as now 55; **dissent**), 50 for Trust (as now 50) and 60 for Ease (as now 50).\n";

        Asked(Case).ShouldContain("- **The Trust**: " + Scores);
        Asked(Case.Replace("pct: 0, council: -80000", "pct: , council: -80000", StringComparison.Ordinal)).ShouldContain("- **The Trust**: " + Scores);
    }

    [Fact]
    public void Of_several_areas_the_option_is_named_and_only_what_the_bodies_differ_on_or_is_worse_than_now_is_told()
    {
        var rules = Rules.Replace("criteria:\n", "areas: towns\ncriteria:\n", StringComparison.Ordinal);
        var appraisalCase = Case.Replace("towns: { pct: {} }", "towns: { pct: {}, north: {} }", StringComparison.Ordinal).Replace("title: As now,", "title: As now, area: pct,", StringComparison.Ordinal)
            .Replace("title: Joint unit,", "title: Joint unit, area: pct,", StringComparison.Ordinal).Replace("assessors:", "  north_now: { title: North, area: north, baseline: true }\nassessors:", StringComparison.Ordinal);

        Asked(appraisalCase, rules).ShouldContain(
            "- **The Council**: Gain: -£80,000 a year (Joint unit); its assessors give, of 100, Joint unit 40 for Name (as now 50) and 60 for Fit (as now 20; **dissent**).\n");
    }

    private static string Asked(string appraisalCase, string rules = Rules) =>
        AppraisalMarkdown.Write(new Appraiser().Appraise(AppraisalCase.Parse(appraisalCase, RulePack.Parse(rules)))).Split("## Decision asked\n\n")[1].Split("\n## ")[0];
}
