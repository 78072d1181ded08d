using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>What a figure of a case rests on.</summary>
/// <param name="Grade">How good the evidence is, or null where nothing is said.</param>
/// <param name="Sources">The citations.</param>
/// <param name="Low">The low end of the range, or null.</param>
/// <param name="High">The high end of the range, or null.</param>
/// <param name="Note">A note, such as <c>illustrative</c>, or null.</param>
/// <param name="Span">Where the value is written.</param>
public sealed record Evidence(EvidenceGrade? Grade, ImmutableArray<SourceReference> Sources, decimal? Low, decimal? High, string? Note, SourceSpan Span);

/// <summary>How good a piece of evidence is.</summary>
public enum EvidenceGrade
{
    /// <summary>Measured.</summary>
    Measured,

    /// <summary>Read in a document.</summary>
    Document,

    /// <summary>Estimated.</summary>
    Estimate,

    /// <summary>Told by somebody with a stake in it.</summary>
    Testimony,
}
