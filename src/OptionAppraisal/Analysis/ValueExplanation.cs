using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Analysis;

/// <summary>A value that a rule read, unfolded to the facts given.</summary>
/// <param name="Name">The name as written in the rule, or the expression where it has no name.</param>
/// <param name="Title">The title, or null.</param>
/// <param name="Value">The value.</param>
/// <param name="Type">The type, with unit and titles.</param>
/// <param name="Path">The path of a fact in the case, such as <c>options.joint_unit.annual_cost</c>; null for what is not a fact.</param>
/// <param name="Expression">The expression of a derived value; otherwise null.</param>
/// <param name="Evidence">What a fact rests on; null for what was not given or follows from other facts.</param>
/// <param name="Sources">The sources of the value and of its definition.</param>
/// <param name="At">Where the value is written; where it is defined if it was not given.</param>
/// <param name="Operands">What a derived value is made of; empty below the depth asked for, and where it was unfolded before.</param>
public sealed record ValueExplanation(
    string Name,
    string? Title,
    Value Value,
    FactType Type,
    string? Path,
    string? Expression,
    Evidence? Evidence,
    ImmutableArray<SourceReference> Sources,
    SourceSpan At,
    ImmutableArray<ValueExplanation> Operands)
{
    /// <summary>What the filters and quantifiers of its expression came to for each element; empty where there are none.</summary>
    public ImmutableArray<ElementsExplanation> Elements { get; init; } = [];
}
