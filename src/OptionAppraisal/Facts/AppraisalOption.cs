using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>An option of a case.</summary>
/// <param name="Index">Its place in the case, from 0, in file order.</param>
/// <param name="Id">The id.</param>
/// <param name="Title">The title; the id where none is given.</param>
/// <param name="IsBaseline">Whether the others are compared with it.</param>
/// <param name="Facts">The facts.</param>
/// <param name="Span">Where it is written.</param>
public sealed record AppraisalOption(int Index, string Id, string Title, bool IsBaseline, FactValues Facts, SourceSpan Span)
{
    /// <summary>The area that it belongs to; null where the rules have no areas.</summary>
    public CaseRecord? Area { get; init; }
}
