using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs;

/// <summary>A number that rules share, such as a threshold or a rate.</summary>
/// <param name="Id">The name.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Type">The type, with its unit.</param>
/// <param name="Value">The value, after overrides.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record Parameter(string Id, string? Title, NumberType Type, decimal Value, ImmutableArray<SourceReference> Sources, SourceSpan Span);
