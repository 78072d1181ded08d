using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A list of things that the case supplies, such as bodies or services.</summary>
/// <param name="Id">The name of the list.</param>
/// <param name="Index">Its place among the lists, from 0.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Facts">The facts of each record.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record RecordListDefinition(string Id, int Index, string? Title, ImmutableArray<FactDefinition> Facts, SourceSpan Span);
