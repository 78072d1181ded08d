using OptionAppraisal.Authoring.Coverage;
using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Rules;

/// <summary>The rules of this repository are reached by their tests, every way in which they may come out.</summary>
public sealed class CoverageOfRulesTests
{
    // The target as the message of the test names it, with the reason why no test reaches it.
    private static readonly Dictionary<string, string> Exempt = new(StringComparer.Ordinal)
    {
        ["criteria/health_act_flexibilities.pack.yaml:123:3: gates.power_exists_already is unknown"] = "asks only what is known: of a power of a later day nobody had to speak",
        ["criteria/health_act_flexibilities.pack.yaml:131:3: gates.no_care_trust_yet is unknown"] = "likewise",
    };

    [Fact]
    public void Every_row_level_and_band_and_every_gate_and_finding_is_reached_both_ways_by_a_test()
    {
        var reached = new CoverageRecorder();
        foreach (var run in RuleTestRun.All)
        {
            run.Result.Outcome.ShouldBe(TestOutcome.Passed, TestReportText.Write(new TestReport([run.Result])));
            reached.Add(run.Reached);
        }

        var targets = RulesFolder.Files(".pack.yaml").SelectMany(TargetsOf).ToList();
        var gaps = targets.Where(t => !reached.Reaches(t)).Select(t => t.ToString()).ToList();

        targets.Count.ShouldBeGreaterThan(100);
        gaps.Except(Exempt.Keys, StringComparer.Ordinal).ShouldBeEmpty($"no test expects anything that rests on these {gaps.Count} of {targets.Count}:\n{string.Join('\n', gaps)}\n");
        Exempt.Keys.Except(gaps, StringComparer.Ordinal).ShouldBeEmpty("these are reached, and need no exemption");
    }

    // What a pack uses counts where it is written.
    private static IEnumerable<RuleTarget> TargetsOf(string file) =>
        RuleTargets.Of(RulePack.Load(file, RulesFolder.Options)).Where(t => t.Span.Path == RulesFolder.Relative(file));
}
