using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Analysis;

/// <summary>Which elements of a list a condition held for: that of a filter, of <c>some</c> or of <c>every</c>.</summary>
/// <remarks>Every element is asked, also where one of them decides the answer; where that takes more work than an appraisal may, nothing is told of them.</remarks>
/// <param name="Text">The filter or the quantifier as written.</param>
/// <param name="At">Where it is written.</param>
/// <param name="Kind">Which of them it is.</param>
/// <param name="Type">The type of the elements.</param>
/// <param name="Count">How many elements the list has.</param>
/// <param name="Holding">For how many of them the condition holds.</param>
/// <param name="NotKnown">For how many of them it is not known.</param>
/// <param name="Elements">The elements in the order of the list, at most <see cref="MostElements"/> of them.</param>
public sealed record ElementsExplanation(
    string Text, SourceSpan At, ElementsKind Kind, FactType Type, int Count, int Holding, int NotKnown, ImmutableArray<ElementExplanation> Elements)
{
    /// <summary>How many elements of one list are explained at most.</summary>
    public const int MostElements = 1000;

    /// <summary>Whether elements are left out because the list has too many.</summary>
    public bool IsCut => Elements.Length < Count;
}

/// <summary>What goes through the elements of a list with a condition.</summary>
public enum ElementsKind
{
    /// <summary>A filter: the elements that it holds for are chosen.</summary>
    Filter,

    /// <summary><c>some</c>: it must hold for one.</summary>
    Some,

    /// <summary><c>every</c>: it must hold for each.</summary>
    Every,
}

/// <summary>An element of a list and whether the condition holds for it.</summary>
/// <param name="Value">The element; not known where the list holds what is not known.</param>
/// <param name="Outcome">Whether the condition holds for it.</param>
public sealed record ElementExplanation(Value Value, Truth Outcome);
