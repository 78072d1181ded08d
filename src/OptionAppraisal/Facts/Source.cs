using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A document that a rule or a figure rests on.</summary>
/// <param name="Id">The id by which rules cite it.</param>
/// <param name="Title">The title.</param>
/// <param name="Year">The year, or null.</param>
/// <param name="Publisher">The publisher, or null.</param>
/// <param name="Url">The address (http or https; never fetched), or null.</param>
/// <param name="Status">Whether somebody has checked it, or null where nothing is said.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record Source(string Id, string Title, int? Year, string? Publisher, string? Url, SourceStatus? Status, SourceSpan Span);

/// <summary>Whether a source was checked against the document itself.</summary>
public enum SourceStatus
{
    /// <summary>Seen in the document.</summary>
    Verified,

    /// <summary>Recalled; to be confirmed before anybody relies on it.</summary>
    ToBeConfirmed,
}

/// <summary>A citation: a source, the place in it, and the words.</summary>
/// <param name="Source">The source.</param>
/// <param name="At">The place in it, such as a regulation, or null.</param>
/// <param name="Quote">The words, or null.</param>
public sealed record SourceReference(Source Source, string? At, string? Quote);
