using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>The weights that one party gives: those of whole sibling groups; elsewhere the pack's weights stand.</summary>
/// <param name="Id">The id, often that of a body.</param>
/// <param name="Weights">The weights, in the order of the file.</param>
/// <param name="Span">Where it is written.</param>
public sealed record WeightSet(string Id, ImmutableArray<SetWeight> Weights, SourceSpan Span);

/// <summary>A weight of a weight set.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="Weight">The weight among its siblings, zero or more.</param>
/// <param name="Span">Where it is written.</param>
public sealed record SetWeight(string CriterionId, decimal Weight, SourceSpan Span);
