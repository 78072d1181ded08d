using NRules.Fluent;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Examples;

/// <summary>The worked examples: an application's rule beside those of a pack, and a fact that changes while the session is open.</summary>
public sealed class ApplicationRuleTests
{
    private static AppraisalSession Open()
    {
        var own = new RuleRepository();
        own.Load(x => x.From(typeof(TreasurersNote)));
        var pack = PartnershipPack.Load();
        return new AppraisalRules(pack, own).Open(PartnershipPack.CaseFor(pack));
    }

    [Fact]
    public void An_applications_rule_matches_a_gate_and_a_score_of_a_pack_in_one_session()
    {
        var session = Open();

        session.Appraise();

        // The large pool alone is above 5 million; it saves a tenth, so economy is 80.
        session.Rules.Query<NoteWanted>().ShouldBe([new NoteWanted("large_pool", 6_000_000m, 80m)]);
    }

    [Fact]
    public void One_fact_changed_replaces_what_followed_from_it_and_nothing_else()
    {
        var session = Open();
        session.Appraise();
        var kept = session.Rules.Query<ScoreFact>().Where(s => s.OptionId != "large_pool").ToList();

        session.Change(session.Case.WithOption("large_pool", facts => facts.Set("annual_cost", 9_900_000m)));
        var result = session.Appraise().Result!;

        // It now saves a hundredth: economy 20, and the note is no longer wanted.
        result.Options[2].Criteria[0].Score.ShouldBe(20m);
        session.Rules.Query<NoteWanted>().ShouldBeEmpty();
        session.Rules.Query<ScoreFact>().Single(s => s.OptionId == "large_pool" && s.CriterionId == "economy").Score.ShouldBe(20m);
        session.Rules.Query<ScoreFact>().Where(s => s.OptionId != "large_pool").ShouldBe(kept, ignoreOrder: true);
    }

    [Fact]
    public void A_fact_that_is_no_longer_known_opens_the_gate_and_raises_the_finding()
    {
        var session = Open();
        session.Appraise();

        session.Change(session.Case.WithOption("large_pool", facts => facts.Set("agreement", null)));
        var result = session.Appraise().Result!;

        session.Rules.Query<GateFact>().Single(g => g.OptionId == "large_pool").Outcome.ShouldBe(GateOutcome.Unknown);
        session.Rules.Query<FindingFact>().Where(f => f.Outcome == FindingOutcome.Raised).Select(f => f.Option!.Id).ShouldBe(["large_pool"]);
        result.Options[2].Status.ShouldBe(OptionStatus.Unresolved);
    }

    [Fact]
    public void A_change_of_the_baseline_reaches_every_option_that_is_compared_with_it()
    {
        var session = Open();
        session.Appraise();

        session.Change(session.Case.WithOption("as_now", facts => facts.Set("annual_cost", 9_000_000m)));
        session.Appraise();

        // Against 9 million the large pool saves nothing.
        session.Rules.Query<ScoreFact>().Where(s => s.CriterionId == "economy").Select(s => s.Score).ShouldAllBe(s => s == 20m);
        session.Rules.Query<NoteWanted>().ShouldBeEmpty();
    }

    [Fact]
    public void A_session_that_changed_concludes_what_a_new_one_would()
    {
        var session = Open();
        session.Appraise();
        session.Change(session.Case.WithOption("small_pool", facts => facts.Set("pool", 7_500_000m).Set("annual_cost", 8_000_000m)));

        var changed = session.Appraise().Result!;
        var anew = new Appraiser().Appraise(session.Case);

        changed.Options.Select(o => (o.Rank, o.Total, o.Status)).ShouldBe(anew.Options.Select(o => (o.Rank, o.Total, o.Status)));
        session.Rules.Query<NoteWanted>().Select(n => n.OptionId).ShouldBe(["large_pool", "small_pool"], ignoreOrder: true);
    }

    [Fact]
    public void A_score_that_stays_tells_what_was_read_now()
    {
        var session = Open();
        session.Appraise();

        // The large pool still saves more than a twentieth: the same row, of another saving.
        session.Change(session.Case.WithOption("as_now", facts => facts.Set("annual_cost", 9_600_000m)));
        session.Appraise();

        var score = session.Rules.Query<ScoreFact>().AsEnumerable().Single(s => s.OptionId == "large_pool" && s.CriterionId == "economy");
        score.Score.ShouldBe(80m);
        score.Result.Operands.Single(o => o.Name == "saving").Value.Number.ShouldBe(0.0625m);
    }

    [Fact]
    public void A_rule_about_the_case_is_told_of_every_change()
    {
        var own = new RuleRepository();
        own.Load(x => x.From(typeof(LargePools)));
        var pack = PartnershipPack.Load();
        var session = new AppraisalRules(pack, own).Open(PartnershipPack.CaseFor(pack));
        session.Appraise();
        session.Rules.Query<NoteWanted>().Count().ShouldBe(1);

        session.Change(session.Case.WithOption("large_pool", facts => facts.Set("pool", 0m)));
        session.Appraise();

        session.Rules.Query<NoteWanted>().ShouldBeEmpty();
    }

    [Fact]
    public void An_application_may_change_the_case_from_within_a_rule()
    {
        var session = Open();
        var changed = false;
        session.Rules.Events.RuleFiredEvent += (_, e) =>
        {
            if (!changed && e.Rule.Name.EndsWith(nameof(TreasurersNote), StringComparison.Ordinal))
            {
                changed = true;
                session.Change(session.Case.WithOption("large_pool", facts => facts.Set("pool", 4_000_000m)));
            }
        };

        session.Appraise().Result!.Options[2].Criteria[1].Score.ShouldBe(50m);
        session.Rules.Query<NoteWanted>().ShouldBeEmpty();
    }

    /// <summary>The code of the page stands in the examples, which are compiled.</summary>
    [Fact]
    public void The_code_of_the_page_is_that_of_the_examples()
    {
        var examples = Directory.EnumerateFiles(Repository.PathOf("tests", "OptionAppraisal.NRules.Tests", "Examples"), "*.cs")
            .SelectMany(File.ReadLines).Select(line => line.Trim()).ToHashSet(StringComparer.Ordinal);
        var isCode = false;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Repository.PathOf("src", "OptionAppraisal.NRules", "README.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                isCode = line == "```csharp";
            }
            else if (isCode)
            {
                lines.Add(line.Trim());
            }
        }

        lines.Count.ShouldBeGreaterThan(10);
        lines.Where(line => !examples.Contains(line)).ShouldBeEmpty();
    }
}
