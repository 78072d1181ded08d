using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests;
using OptionAppraisal.Tests.Evaluation;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>A session that stays open gives what the exact engine gives, at first and after every change.</summary>
public sealed class SessionTests
{
    /// <summary>Every case that the conformance tests judge, in sessions of the rules that publish what they conclude.</summary>
    [Fact]
    public void Sessions_agree_with_the_exact_engine_on_all_conformance_cases()
    {
        var rules = new Dictionary<RulePack, AppraisalRules>(ReferenceEqualityComparer.Instance);
        var judged = 0;
        foreach (var appraisalCase in Judged.All.Select(j => j.Case).Distinct())
        {
            var pack = (RulePack)appraisalCase.Rules;
            if (!rules.TryGetValue(pack, out var compiled))
            {
                rules.Add(pack, compiled = new AppraisalRules(pack));
            }

            OutcomeText.Of(compiled.Open(appraisalCase).Appraise()).ShouldBe(OutcomeText.Of(new Appraiser().TryAppraise(appraisalCase)), appraisalCase.Id);
            judged++;
        }

        judged.ShouldBeGreaterThan(150);
    }

    /// <summary>Facts swapped between options, forgotten and given again, six times a case.</summary>
    [Fact]
    public void A_session_that_changed_agrees_with_an_appraisal_of_the_changed_case()
    {
        var changes = 0;
        for (var seed = 1; seed <= 150; seed++)
        {
            var made = new RandomRules(seed, hasAreas: seed % 2 == 0, hasSets: seed % 3 == 0, hasStages: seed % 5 > 1);
            var writing = new RandomRules.Writing { IsDated = false };
            var pack = RulePack.Parse(made.Pack(writing)[0].Text, "root.pack.yaml");
            var random = new SeededRandom((ulong)seed);
            var session = new AppraisalRules(pack).Open(AppraisalCase.Parse(made.Case(writing), pack));
            session.Appraise();
            for (var i = 0; i < 6; i++)
            {
                session.Change(Changed(session.Case, pack, random));
                changes++;
                if (random.Next(3) > 0)
                {
                    OutcomeText.Of(session.Appraise()).ShouldBe(OutcomeText.Of(new Appraiser().TryAppraise(session.Case)), $"seed {seed}, change {i}");
                    ShouldHoldWhatItSays(session, $"seed {seed}, change {i}");
                }
            }
        }

        changes.ShouldBe(900);
    }

    /// <summary>Cases with more, fewer and other options in turn, in one session.</summary>
    [Fact]
    public void A_case_with_other_options_is_taken_whole()
    {
        var pack = Examples.PartnershipPack.Load();
        var session = new AppraisalRules(pack).Open(Options(pack, "as_now", "one"));
        foreach (var ids in (string[][])[["as_now", "one"], ["as_now", "one", "two", "three"], ["as_now", "three"], ["as_now", "three", "one"], ["as_now", "one", "three"]])
        {
            session.Change(Options(pack, ids));
            OutcomeText.Of(session.Appraise()).ShouldBe(OutcomeText.Of(new Appraiser().TryAppraise(session.Case)), string.Join(' ', ids));
            ShouldHoldWhatItSays(session, string.Join(' ', ids));
        }
    }

    [Fact]
    public void A_change_is_no_answer_until_it_is_appraised()
    {
        var pack = Examples.PartnershipPack.Load();
        var session = new AppraisalRules(pack).Open(Options(pack, "as_now", "one"));
        session.Appraise();

        session.Change(session.Case.WithOption("one", f => f.Set("pool", 1m)));

        session.Outcome.ShouldBeNull();
    }

    [Fact]
    public void A_session_that_was_cancelled_half_way_says_so()
    {
        var pack = Examples.PartnershipPack.Load();
        var session = new AppraisalRules(pack).Open(Options(pack, "as_now", "one"));
        using var source = new CancellationTokenSource();
        session.Rules.Events.RuleFiringEvent += (_, e) =>
        {
            if (e.Rule.Name == "appraisal")
            {
                source.Cancel();
            }
        };

        Should.Throw<OperationCanceledException>(() => session.Appraise(source.Token));

        Should.Throw<InvalidOperationException>(() => session.Appraise()).Message.ShouldContain("open a new one");
        Should.Throw<InvalidOperationException>(() => session.Change(session.Case.WithOption("one", f => f.Set("pool", 1m)))).Message.ShouldContain("open a new one");
    }

    [Fact]
    public void A_change_of_a_fact_of_the_case_judges_every_option_once()
    {
        var pack = RulePack.Parse("rule_pack: p\nfacts: { case: { budget: { type: number } }, option: { cost: { type: number } } }\ngates: { g: { title: G, requires: cost <= budget } }\ncriteria: { c: { weight: 1, formula: 1 } }\n");
        var session = new AppraisalRules(pack).Open(AppraisalCase.Parse("case: c\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nfacts: { budget: 5 }\noptions: { a: { facts: { cost: 4 } }, b: { facts: { cost: 6 } } }\n", pack));
        var fired = new List<string>();
        session.Rules.Events.RuleFiredEvent += (_, e) => fired.Add(e.Rule.Name);
        session.Appraise();
        var first = fired.Order(StringComparer.Ordinal).ToList();
        fired.Clear();

        session.Change(session.Case.WithFacts(f => f.Set("budget", 7m)));
        session.Appraise();

        fired.Order(StringComparer.Ordinal).ShouldBe(first);
        session.Rules.Query<GateFact>().AsEnumerable().ShouldAllBe(g => g.Outcome == Results.GateOutcome.Pass);
    }

    private static AppraisalCase Options(RulePack pack, params IEnumerable<string> ids)
    {
        var cost = 10_000_000m;
        var builder = AppraisalCase.For(pack).AsOf(new DateOnly(2002, 6, 1));
        foreach (var id in ids)
        {
            builder.Option(id, baseline: id == "as_now", facts: f => f.Set("annual_cost", cost -= 300_000m).Set("pool", id.Length * 1_000_000m).Set("agreement", id == "two" ? null : (object)true));
        }

        return builder.Build();
    }

    // The facts in the session are those of the result: no score of an earlier state is left.
    private static void ShouldHoldWhatItSays(AppraisalSession session, string at)
    {
        if (session.Outcome!.Result is not { } result)
        {
            session.Rules.Query<ScoreFact>().ShouldBeEmpty(at);
            session.Rules.Query<StandingFact>().ShouldBeEmpty(at);
            return;
        }

        session.Rules.Query<StandingFact>().AsEnumerable().Select(s => (s.OptionId, s.Rank, s.Total)).Order()
            .ShouldBe(result.Options.Select(o => (o.Option.Id, o.Rank, o.Total)).Order(), at);
        session.Rules.Query<ScoreFact>().AsEnumerable().Select(s => (s.OptionId, s.CriterionId, s.Lowest, s.Highest)).Order()
            .ShouldBe(result.Options.SelectMany(o => o.Criteria.SelectMany(All).Select(c => (o.Option.Id, c.Criterion.Id, c.Lowest, c.Highest))).Order(), at);
        var left = result.Options.Where(o => o.LeftIn is not null).Select(o => o.Option.Id).ToHashSet(StringComparer.Ordinal);
        session.Rules.Query<FindingFact>().AsEnumerable().Where(f => f.Option is not null && !left.Contains(f.Option.Id)).Select(f => (f.Option!.Id, f.Id, f.Outcome)).Order()
            .ShouldBe(result.Options.Where(o => o.LeftIn is null).SelectMany(o => o.Findings.Select(f => (o.Option.Id, f.Finding.Id, f.Outcome))).Order(), at);
        var stage = result.Stage.Id;
        var gates = session.Rules.Query<GateFact>().AsEnumerable().Where(g => g.Option is not null && !left.Contains(g.OptionId!)).Select(g => (g.OptionId!, g.Id, g.Outcome)).Order();
        gates.ShouldBe(
            result.Options.Where(o => o.LeftIn is null).SelectMany(o => o.Gates.Where(g => g.Gate.Scope == RuleScope.Option && (stage is null || g.StageId == stage)).Select(g => (o.Option.Id, g.Gate.Id, g.Outcome))).Order(),
            at);
    }

    private static IEnumerable<Results.CriterionResult> All(Results.CriterionResult criterion) => criterion.Children.SelectMany(All).Prepend(criterion);

    // One fact of one option has the value of another option's, or none; now and then one of the case.
    private static AppraisalCase Changed(AppraisalCase appraisalCase, RulePack pack, SeededRandom random)
    {
        var facts = pack.Schema.OptionFacts.Where(f => f.Per is null && f.Type is not ListType).ToList();
        if (facts.Count == 0 || random.Next(6) == 0)
        {
            return pack.Schema.CaseFacts.FirstOrDefault(f => f.Per is null && f.Type is not ListType) is { } ofCase ? appraisalCase.WithFacts(f => f.Set(ofCase.Id, null)) : appraisalCase;
        }

        var fact = facts[random.Next(facts.Count)];
        var from = appraisalCase.Options[random.Next(appraisalCase.Options.Length)].Facts[fact];
        var to = appraisalCase.Options[random.Next(appraisalCase.Options.Length)];
        return appraisalCase.WithOption(to.Id, f => f.Set(fact.Id, random.Next(5) == 0 ? null : ObjectOf(from)));
    }

    private static object? ObjectOf(Value value) => value.Kind switch
    {
        ValueKind.Number => value.Number,
        ValueKind.Boolean => value.Truth == Truth.True,
        ValueKind.Date => value.Date,
        ValueKind.Text or ValueKind.Choice => value.Text,
        ValueKind.Record => value.Record.Id,
        _ => null,
    };
}
