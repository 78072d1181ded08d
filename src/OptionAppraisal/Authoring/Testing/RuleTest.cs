using OptionAppraisal.Authoring.Coverage;
using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>A test of a rule pack: a case, and what must come out of it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RuleTest
{
    private readonly BoundTest _test;

    internal RuleTest(string file, BoundTest test)
    {
        File = file;
        _test = test;
    }

    /// <summary>The path of its document.</summary>
    public string File { get; }

    /// <summary>The id.</summary>
    public string Id => _test.Id;

    /// <summary>Where it is written.</summary>
    public SourceSpan Span => _test.Span;

    /// <summary>Judges the test.</summary>
    /// <param name="engine">The engine that judges the rules; the exact one where none is given.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public TestCaseResult Run(IEvaluationEngine? engine = null, CancellationToken cancellationToken = default) => Run(engine, null, cancellationToken);

    /// <summary>The id.</summary>
    public override string ToString() => Id;

    // Tells what a test reaches; one that does not pass reaches nothing.
    internal TestCaseResult Run(IEvaluationEngine? engine, CoverageRecorder? reached, CancellationToken cancellationToken)
    {
        if (!_test.IsSound)
        {
            // Where the test itself is well, the rule pack or the case is not, and says so in its own file.
            ImmutableArray<TestDifference> ofTest = [.. _test.Problems.Where(p => p.IsError).Select(TestJudge.OfProblem)];
            ImmutableArray<TestDifference> named = [new("error", "none", "the rule pack or the case has errors", "see the problems of the documents that the test names")];
            return new TestCaseResult(File, Id, Span, TestOutcome.Error, ofTest.IsEmpty ? named : ofTest);
        }

        var own = reached is null ? null : new CoverageRecorder();
        var (outcome, differences) = TestJudge.Judge(_test, engine ?? new ExactEngine(), own, cancellationToken);
        if (own is not null && outcome == TestOutcome.Passed)
        {
            reached!.Add(own);
        }

        return new TestCaseResult(File, Id, Span, outcome, differences);
    }
}
