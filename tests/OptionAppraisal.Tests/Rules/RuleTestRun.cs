using OptionAppraisal.Authoring.Coverage;
using OptionAppraisal.Authoring.Testing;

namespace OptionAppraisal.Tests.Rules;

/// <summary>A test of the rules of this repository that was run, with what it reaches.</summary>
internal sealed record RuleTestRun(string Id, TestCaseResult Result, CoverageRecorder Reached)
{
    private static readonly Lazy<IReadOnlyList<RuleTestRun>> Runs = new(() => [.. RulesFolder.Files(".tests.yaml").SelectMany(f => RuleTests.Load(f, RulesFolder.Options).All).Select(Run)]);

    /// <summary>Every test, run once.</summary>
    public static IReadOnlyList<RuleTestRun> All => Runs.Value;

    private static RuleTestRun Run(RuleTest test)
    {
        var reached = new CoverageRecorder();
        return new RuleTestRun(test.Id, test.Run(null, reached, CancellationToken.None), reached);
    }
}
