using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>What a body decided at the review point of a stage.</summary>
/// <param name="StageId">The stage.</param>
/// <param name="Body">The body.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="On">The day of the decision.</param>
/// <param name="Span">Where it is written.</param>
public sealed record BodyDecision(string StageId, CaseRecord Body, Decision Decision, string? Because, DateOnly On, SourceSpan Span);

/// <summary>The decisions at a review point.</summary>
public enum Decision
{
    /// <summary>To go on.</summary>
    Proceed,

    /// <summary>To go on with changes.</summary>
    ProceedWithChanges,

    /// <summary>To wait.</summary>
    Defer,

    /// <summary>To end the appraisal.</summary>
    Stop,
}
