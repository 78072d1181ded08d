using OptionAppraisal.NRules.Tests.Comparing;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests;
using OptionAppraisal.Tests.Evaluation;
using Shouldly;
using Xunit;

namespace OptionAppraisal.NRules.Tests.Conformance;

/// <summary>Packs and cases that are made at random in code, the same on every run, on both engines.</summary>
public sealed class GeneratedCodeTests
{
    /// <summary>1,100 packs made in code, with every hit policy and tables that give values; those that end in an error agree on the error.</summary>
    [Fact]
    public void Both_engines_agree_on_packs_with_every_hit_policy()
    {
        var seen = new Seen();
        for (var seed = 1; seed <= 1_100; seed++)
        {
            var random = new RandomPack(seed);
            var engine = new RecordingEngine(Engines.Exact);
            EngineInUse.With(engine, () => random.Try(random.Partial));
            var (plan, appraisalCase) = engine.Pairs.ShouldHaveSingleItem();
            seen.Note(plan.Pack, appraisalCase, Engines.ShouldAgree(plan, appraisalCase, $"seed {seed}"));
        }

        seen.Pairs.ShouldBe(1_100);
        seen.ShouldHave([
            "missing", "error OA6001", "error OA6002", "error OA6003", "judgements", "members", "table that gives a value", "undecided row", "gate passed", "gate failed", "gate not known",
            "gate not applicable", "excluded", "unresolved", .. Enum.GetNames<HitPolicy>().Select(p => $"hit policy {p}")]);
    }
}
