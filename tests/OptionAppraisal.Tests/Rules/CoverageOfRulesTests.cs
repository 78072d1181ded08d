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
        ["criteria/health_act_flexibilities.pack.yaml: gates.power_exists_already is unknown"] = "asks only what is known: of a power of a later day nobody had to speak",
        ["criteria/health_act_flexibilities.pack.yaml: gates.no_care_trust_yet is unknown"] = "likewise",
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
        var gaps = targets.Where(t => !reached.Reaches(t)).ToList();

        targets.Count.ShouldBeGreaterThan(100);
        gaps.Where(g => !Exempt.ContainsKey(NameOf(g))).ShouldBeEmpty($"no test expects anything that rests on these {gaps.Count} of {targets.Count}:\n{string.Join('\n', gaps)}\n");
        Exempt.Keys.Except(gaps.Select(NameOf), StringComparer.Ordinal).ShouldBeEmpty("these are reached, and need no exemption");
    }

    // Without line and column, which move.
    private static string NameOf(RuleTarget target) => $"{target.Span.Path}: {target.ToString()!.Split(": ", 2)[1]}";

    // What a pack uses counts where it is written.
    private static IEnumerable<RuleTarget> TargetsOf(string file) =>
        RuleTargets.Of(RulePack.Load(file, RulesFolder.Options)).Where(t => t.Span.Path == RulesFolder.Relative(file));
}
