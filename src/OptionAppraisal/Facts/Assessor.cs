using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A person who scores options.</summary>
/// <param name="Index">The place among the assessors, from 0.</param>
/// <param name="Id">The id.</param>
/// <param name="Title">The title; the id where none is given.</param>
/// <param name="BodyId">The body the person speaks for; null for none (such assessors are one group).</param>
/// <param name="Span">Where it is written.</param>
public sealed record Assessor(int Index, string Id, string Title, string? BodyId, SourceSpan Span);
