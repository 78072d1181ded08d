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
public sealed record Source(string Id, string Title, int? Year, string? Publisher, string? Url, SourceStatus? Status, SourceSpan Span)
{
    /// <summary>Of a dated source what it is from each day on, days rising; empty for an undated one. The source itself is then the latest.</summary>
    public ImmutableArray<DatedSource> Versions { get; init; } = [];

    /// <summary>The source as it stands on a day: the version in force; the first one before its first day; itself where it is undated.</summary>
    public Source On(DateOnly day)
    {
        if (Versions.IsEmpty)
        {
            return this;
        }

        var version = Versions.LastOrDefault(v => v.From <= day) ?? Versions[0];
        return version.Source;
    }
}

/// <summary>What a dated source is from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Source">The source, undated.</param>
public sealed record DatedSource(DateOnly From, Source Source);

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
