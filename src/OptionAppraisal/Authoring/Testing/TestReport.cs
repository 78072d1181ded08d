using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>What the tests of rule packs came to.</summary>
/// <remarks>Immutable; in the order of the documents.</remarks>
/// <param name="Cases">Every test.</param>
public sealed record TestReport(ImmutableArray<TestCaseResult> Cases)
{
    /// <summary>Whether every test passed; true without tests.</summary>
    public bool Passed => Cases.All(c => c.Outcome == TestOutcome.Passed);
}

/// <summary>What one test came to.</summary>
/// <param name="File">The path of its document.</param>
/// <param name="Id">Its id.</param>
/// <param name="Span">Where it is written.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Differences">Where the appraisal differs from what is expected, in the order of the document; empty where it passed.</param>
public sealed record TestCaseResult(string File, string Id, SourceSpan Span, TestOutcome Outcome, ImmutableArray<TestDifference> Differences);

/// <summary>A thing that came out otherwise than expected.</summary>
/// <param name="Path">The thing, such as <c>scores.economy</c>.</param>
/// <param name="Expected">What was expected, as it would be written in the test.</param>
/// <param name="Actual">What came out, as it would be written in the test; of an error its code and message.</param>
/// <param name="Because">Why: the row that decided and what it read, the part of a gate, or what is missing; empty where there is nothing to say.</param>
public sealed record TestDifference(string Path, string Expected, string Actual, string Because);

/// <summary>What a test came to.</summary>
public enum TestOutcome
{
    /// <summary>Everything came out as expected.</summary>
    Passed,

    /// <summary>Something came out otherwise.</summary>
    Failed,

    /// <summary>It could not be judged: its documents are wrong, or the rules cannot be applied to its case.</summary>
    Error,
}
