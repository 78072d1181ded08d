using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>The days on which something is in force: from the first to the last, both included; an end left out is open.</summary>
/// <param name="From">The first day, or null for always before.</param>
/// <param name="To">The last day, or null for ever after.</param>
/// <param name="Span">Where it is written.</param>
public sealed record InForce(DateOnly? From, DateOnly? To, SourceSpan Span)
{
    /// <summary>Whether a day lies within.</summary>
    public bool Holds(DateOnly day) => !(day < From) && !(day > To);
}
