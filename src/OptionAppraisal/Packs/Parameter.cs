using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs;

/// <summary>A number that rules share, such as a threshold or a rate.</summary>
/// <param name="Id">The name.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Type">The type, with its unit.</param>
/// <param name="Value">The value, after overrides; of a dated one the latest.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record Parameter(string Id, string? Title, NumberType Type, decimal Value, ImmutableArray<SourceReference> Sources, SourceSpan Span)
{
    /// <summary>The value from each day on, days rising; empty for an undated one.</summary>
    public ImmutableArray<DatedNumber> Values { get; init; } = [];

    /// <summary>The value on a day; null before the first day of a dated one.</summary>
    public decimal? ValueOn(DateOnly day) => Values.IsEmpty ? Value : Values.LastOrDefault(v => v.From <= day)?.Value;
}

/// <summary>A number from a day on.</summary>
/// <param name="From">The first day.</param>
/// <param name="Value">The number.</param>
public sealed record DatedNumber(DateOnly From, decimal Value);
