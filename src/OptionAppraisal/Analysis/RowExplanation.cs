using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Analysis;

/// <summary>A row of a table, a band or a level, and what it came to.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Decides">Whether it decides the score.</param>
/// <param name="Nearly">Whether it nearly held: one test short, and of the rows short on the same number in the same direction the nearest.</param>
/// <param name="Score">Its score; null for a row of a count.</param>
/// <param name="Because">The reason it gives, or null.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Tests">Its tests; empty for the row that stands for none of the others.</param>
public sealed record RowExplanation(
    int Row,
    RowOutcome Outcome,
    bool Decides,
    bool Nearly,
    decimal? Score,
    string? Because,
    ImmutableArray<SourceReference> Sources,
    SourceSpan At,
    ImmutableArray<TestExplanation> Tests);

/// <summary>What a row came to.</summary>
public enum RowOutcome
{
    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It does not hold.</summary>
    DoesNotHold,

    /// <summary>Not known.</summary>
    NotKnown,

    /// <summary>A row above it decides, so it was not asked.</summary>
    NotAsked,

    /// <summary>It stands for none of the other rows.</summary>
    Otherwise,
}

/// <summary>One test of a condition: a value against its limits, and how far it is from them.</summary>
/// <remarks>Of several tests joined by <c>or</c> it is the one that holds, or the nearest; of a range that is missed, the end that is missed.</remarks>
/// <param name="Text">The test as written.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Outcome">Whether it holds; null where it cannot be told apart from the rest of its condition.</param>
/// <param name="Name">The value tested, as written; empty for a condition of another form.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Value">The value.</param>
/// <param name="Type">Its type.</param>
/// <param name="Kind">What is asked of it.</param>
/// <param name="Limits">What it is compared with: one value, two ends of a range, or the members of a list.</param>
/// <param name="Distance">How far the value is from the limit, in its own unit, in days for dates: short of it where the test fails, to spare where it holds; null for what has no distance.</param>
public sealed record TestExplanation(
    string Text,
    SourceSpan At,
    Truth? Outcome,
    string Name,
    string? Title,
    Value Value,
    FactType Type,
    TestKind Kind,
    ImmutableArray<Value> Limits,
    decimal? Distance)
{
    /// <summary>What the filters and quantifiers of the test came to for each element; empty where there are none.</summary>
    public ImmutableArray<ElementsExplanation> Elements { get; init; } = [];
}

/// <summary>What a test asks of a value.</summary>
public enum TestKind
{
    /// <summary>A condition of another form.</summary>
    Condition,

    /// <summary>The limit or more.</summary>
    AtLeast,

    /// <summary>More than the limit.</summary>
    MoreThan,

    /// <summary>The limit or less.</summary>
    AtMost,

    /// <summary>Less than the limit.</summary>
    Under,

    /// <summary>Between two limits.</summary>
    Between,

    /// <summary>The value itself.</summary>
    Is,

    /// <summary>Any other value.</summary>
    IsNot,

    /// <summary>One of several values.</summary>
    OneOf,

    /// <summary>None of several values.</summary>
    NoneOf,

    /// <summary>That it is known.</summary>
    Known,

    /// <summary>That it is not known.</summary>
    NotKnown,
}

/// <summary>The straight stretch between two points that a score is read off.</summary>
/// <param name="X">The value looked up; null where not known.</param>
/// <param name="FromX">The value at the start of the stretch; null where an end over the options is not known.</param>
/// <param name="FromScore">The score there.</param>
/// <param name="ToX">The value at its end; equal to the start where the value lies outside all points.</param>
/// <param name="ToScore">The score there.</param>
public sealed record LineExplanation(decimal? X, decimal? FromX, decimal FromScore, decimal? ToX, decimal ToScore);

/// <summary>The scores of the assessors of a body.</summary>
/// <param name="BodyId">The body; empty for assessors without one.</param>
/// <param name="Scores">The scores, in the order of the assessors.</param>
/// <param name="Mean">Their mean on the criterion's scale; null where a score is missing.</param>
public sealed record BodyExplanation(string BodyId, ImmutableArray<AssessorScore> Scores, decimal? Mean);

/// <summary>The score of an assessor.</summary>
/// <param name="Assessor">The assessor.</param>
/// <param name="Score">The score; null where it is missing.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="At">Where it is written; where the assessor is named if it is missing.</param>
public sealed record AssessorScore(Assessor Assessor, decimal? Score, string? Because, SourceSpan At);
