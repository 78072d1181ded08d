using System.Reflection;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Tests.Architecture;
using OptionAppraisal.Tests.Loading;
using OptionAppraisal.Tests.Surroundings;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Rules;

/// <summary>What the two documents ask of a report: the board paper of a place has it, and says when it is not met.</summary>
public sealed class ReportRequirementTests
{
    private const string Proceed = "council: { decision: proceed, on: 2002-05-29 }";

    // "a clear summary of the current position in both main areas, the scope for further joint development"
    [Fact]
    [Shows("rep.stage1_report")]
    public void The_paper_of_stage_1_says_where_both_halves_stand_and_what_could_be_joined()
    {
        var brief = Brief(Paper("hartlepool"));

        brief.ShouldContain("## Current position\n\n- Infrastructure: Support as now, 25.2 of 100; Cost a year: £4,331,000.\n- Commissioning: Two commissioners as now, 24.7 of 100; Cost a year: £500,000.\n");
        brief.ShouldContain("- Run twice: 18 of the 20 services, at £4,126,000 a year.\n");
    }

    [Fact]
    [Shows("rep.stage1_report")]
    public void Where_a_half_of_stage_1_is_not_reviewed_the_paper_says_that_nothing_can_be_chosen()
    {
        var brief = Brief(Paper("hartlepool", ("concerns: commissioning, reviewed: true", "concerns: commissioning, reviewed: false")));

        brief.ShouldContain("There is nothing to choose from.");
        brief.ShouldContain("- **All 11 options**. Not met: Both halves of stage 1 are complete");
    }

    [Fact]
    [Shows("rep.stage1_report")]
    [Shows("rep.principles_priorities")]
    public void The_paper_of_stage_1_has_the_recommended_principles_and_where_there_are_none_it_says_so()
    {
        const string First = "people_first: { title: Local people come before structures }\n";

        Brief(Paper("hartlepool")).ShouldContain("- Recommended principles: Local people come before structures, One body serves both and No gain at the other's cost.\n");
        Brief(Paper("hartlepool", ("    " + First, ""), ("    one_source:   { title: One body serves both }\n", ""), ("    no_surprises: { title: No gain at the other's cost }\n", ""), ("recommended_principles:", "recommended_principles: {}")))
            .ShouldContain("- Stage 1 is to end with recommended principles for joint action. There are none yet.\n");
    }

    [Fact]
    [Shows("rep.principles_priorities")]
    public void The_paper_of_stage_1_ranks_the_priorities_and_where_a_rank_is_missing_it_says_so()
    {
        Brief(Paper("hartlepool")).ShouldContain("- Priorities, in order: Commissioning and Infrastructure. Agreed by both bodies: Commissioning and Infrastructure.\n");
        Brief(Paper("hartlepool", ("reviewed: true, priority_rank: 2", "reviewed: true"))).ShouldContain("- Stage 1 is to end with priorities in an order. A rank is missing, or is given twice.\n");
    }

    // "for each priority area, recommended approaches": one, or plainly none.
    [Fact]
    [Shows("rep.per_priority")]
    public void The_paper_of_stage_2_recommends_one_option_or_none_for_each_priority()
    {
        var brief = Brief(Paper("hartlepool", Decided));
        var without = Brief(Paper("hartlepool", Decided, ("priority_rank: 1, agreed_by: { pct: true, council: true }", "priority_rank: 1, agreed_by: { pct: true, council: false }")));

        Section(brief, "Recommendation").Split('\n').Where(l => l.StartsWith("- ", StringComparison.Ordinal)).Select(l => l.Split(": **")[1].Split("**")[0]).ShouldBe(["Council-run support", "Council-led commissioning"]);
        Section(without, "Recommendation").ShouldContain("- Commissioning: **No option is recommended.** No option is eligible: ");
        without.ShouldContain("Both bodies agreed the priority (Detailed models are worked out for agreed priorities alone");
    }

    // "an analysis of potential timescales and resource implications"
    [Fact]
    [Shows("rep.timescales_resources")]
    public void The_paper_of_stage_2_has_the_days_and_the_resources_of_each_option_and_marks_what_is_missing()
    {
        var paper = Paper("hartlepool", Decided);
        var rows = paper[paper.IndexOf("## Annex K", StringComparison.Ordinal)..];

        foreach (var fact in (string[])["Work begins on", "Goes live on", "Time to agree", "Cost a year", "Cost of making the change", "Posts affected"])
        {
            rows.ShouldContain($"| {fact} |");
        }

        rows.ShouldContain("| Work begins on | 1 June 2002 | 1 October 2002 | 1 October 2002 | 1 October 2002 |");
        Paper("hartlepool", Decided, ("      starts_on: 2002-10-01\n      goes_live_on: 2003-04-01\n      on_target: [pay_right, invoices_paid, posts_filled]", "      starts_on:\n      goes_live_on: 2003-04-01\n      on_target: [pay_right, invoices_paid, posts_filled]"))
            .ShouldContain("| Work begins on | 1 June 2002 | **not known** | **not known** | 1 October 2002 |");
    }

    // "Reports and recommendations will be brief and focused, to enable informed decisions by the two organisations"
    [Fact]
    [Shows("rep.brief_focused")]
    public void Each_paper_says_what_is_asked_of_whom()
    {
        Section(Brief(Paper("hartlepool")), "Decision asked").ShouldStartWith("Hartlepool Borough Council is asked whether to go on to Stage 2, proposals, with Council-run support");
        Section(Brief(Paper("barnsley")), "Decision asked").ShouldStartWith("Barnsley PCT and Barnsley MBC are each asked whether to proceed with Boards put in order.");
        Section(Brief(Paper("england")), "Decision asked").ShouldStartWith("Norchester ICB and Eastmere Council are each asked whether to proceed with Pooled budget led by the council.");
    }

    [Fact]
    [Shows("rep.brief_focused")]
    public void A_paper_longer_than_its_stage_allows_says_so()
    {
        using var folder = new Folder();
        Hartlepool.CopyTo(folder.Path, t => t.Replace("max_words: 400", "max_words: 100", StringComparison.Ordinal));
        var paper = AppraisalMarkdown.Write(new Appraiser().Appraise(Hartlepool.LoadFrom(folder.Path)));

        paper.ShouldContain(", more than the 100 that the rules allow for this stage.**");
        Paper("hartlepool").ShouldNotContain("that the rules allow");
    }

    // "the trade-offs you have to make to work together successfully"
    [Fact]
    [Shows("fact.trade_offs")]
    public void Each_paper_tells_each_body_what_it_would_gain_or_lose_and_where_nobody_knows_it_says_so()
    {
        var england = Brief(Paper("england"));

        england.ShouldContain("- **Norchester ICB**: Gain a year: -£40,000; its assessors give, of 100, 55 for Shared values (as now 40; **dissent**).\n");
        england.ShouldContain("- **Eastmere Council**: Gain a year: £205,000;");
        Brief(Paper("hartlepool")).ShouldContain("- **Hartlepool PCT**: Gain a year: £120,000 (Council-run support) and £25,000 (Pooled joint unit).\n");
        Paper("england", ("gain_to: { board: -40000, council: 205000 }", "gain_to: { board: -40000, council: }")).ShouldContain("Nobody has said what it would bring Eastmere Council a year against today.");
    }

    // What a domain reviewer asks, of each place.
    [Theory]
    [InlineData("hartlepool", "- **Care trust**. Not met: Within what the proposal covers (Plans for operational services exist already")]
    [InlineData("hartlepool", "its assessors give, of 100, Pooled joint unit 55 for Shared values (as now 50; **dissent**)")]
    [InlineData("hartlepool", "By the weights and on the scores of each body alone the same options come first.")]
    [InlineData("hartlepool", "- Infrastructure: **Outsourcing** could score 40.7 to 70.7.\n- Infrastructure: ask: What would it cost a year? (Outsourcing)")]
    [InlineData("hartlepool", "If coterminosity ends: were the NHS body merged into one that serves 560,000 people, only 16.1% of its people would live in the area of both bodies.")]
    [InlineData("hartlepool", "If the pool were returned to source: £10,000,000 a year, 40% of what could be pooled, would be aligned and no longer pooled.")]
    [InlineData("barnsley", "- **Care trust**. Not met: Both partners apply for a care trust (A care trust is designated only on an application of both")]
    [InlineData("barnsley", "- **Barnsley MBC**: Gain a year: £10,000; its assessors give, of 100, 75 for Shared values (as now 55).")]
    [InlineData("barnsley", "- Does the written agreement of the pool let it pay for individual budgets? (Individual budgets)")]
    [InlineData("barnsley", "If coterminosity ends: were the NHS body merged into one that serves 800,000 people, only 28.1% of its people would live in the area of both bodies.")]
    [InlineData("barnsley", "| Boards put in order; Boards as today; Council-led commissioning; Care trust | If the pool were returned to source: £90,000,000 a year, 75% of what could be pooled,")]
    [InlineData("england", "- **One integrated body, a care trust**. Not met: No excluded function is shared")]
    [InlineData("england", "80 for Shared values (as now 45; **dissent**)")]
    [InlineData("england", "- What would it cost a year? (Joint committee)")]
    [InlineData("england", "Their boundaries differ: the two bodies share 25% of the larger one's people.")]
    [InlineData("england", "| Pooled budget led by the council | If the pool were returned to source: £64,000,000 a year, 35.6% of what could be pooled,")]
    public void The_paper_answers_what_a_domain_reviewer_asks(string place, string answer) => Paper(place).ShouldContain(answer);

    [Fact]
    public void Each_item_about_a_report_is_shown_by_a_paper() =>
        File.ReadAllLines(Repository.PathOf("tests", "OptionAppraisal.Tests", "Rules", "seed_items.txt")).Where(i => i.StartsWith("rep.", StringComparison.Ordinal))
            .Except(typeof(ReportRequirementTests).GetMethods().SelectMany(m => m.GetCustomAttributes<ShowsAttribute>()).Select(a => a.Item), StringComparer.Ordinal)
            .ShouldBeEmpty();

    private static (string From, string To) Decided => (" } }\n    on: 2002-05-22", $" }}, {Proceed} }}\n    on: 2002-05-22");

    // The paper of a place, with words of its case changed.
    private static string Paper(string place, params (string From, string To)[] changes)
    {
        var folder = Path.Combine(RulesFolder.Path, place);
        var text = File.ReadAllText(Path.Combine(folder, place + ".case.yaml"));
        foreach (var (from, to) in changes)
        {
            text.ShouldContain(from, Case.Sensitive);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        return AppraisalMarkdown.Write(new Appraiser().Appraise(AppraisalCase.Parse(text, RulePack.Load(Path.Combine(folder, place + ".pack.yaml"), RulesFolder.Options))));
    }

    private static string Brief(string paper) => paper[..paper.IndexOf("\n## Annex A.", StringComparison.Ordinal)];

    private static string Section(string brief, string heading) => brief.Split($"## {heading}\n\n")[1].Split("\n\n## ")[0];

    /// <summary>The item of the two documents that a test is about.</summary>
    [AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
    private sealed class ShowsAttribute(string item) : Attribute
    {
        public string Item { get; } = item;
    }
}
