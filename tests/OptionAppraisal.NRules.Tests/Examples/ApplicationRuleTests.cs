using NRules.Fluent;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.Results;
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
}
