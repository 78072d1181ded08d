using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>How a leaf is scored. The closed set: table, bands, levels, curve, linear, formula, judged.</summary>
public abstract record LeafRule
{
    private protected LeafRule(SourceSpan span) => Span = span;

    /// <summary>Where it is defined.</summary>
    public SourceSpan Span { get; }
}

/// <summary>A decision table whose rows give the score.</summary>
/// <param name="Table">The table.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record TableLeaf(DecisionTable Table, SourceSpan Place) : LeafRule(Place);

/// <summary>Steps: the first row, from the highest, whose least value is reached; below them all, the last score.</summary>
/// <param name="Of">The number that is looked up.</param>
/// <param name="Rows">The steps, highest first.</param>
/// <param name="Below">The score below the last step.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record BandsLeaf(Expression Of, ImmutableArray<Band> Rows, decimal Below, SourceSpan Place) : LeafRule(Place);

/// <summary>A step of bands.</summary>
/// <param name="AtLeast">The least value of the step (included).</param>
/// <param name="Score">The score.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Band(decimal AtLeast, decimal Score, string? Because, ImmutableArray<SourceReference> Sources, SourceSpan Span);

/// <summary>One score for each member of a choice.</summary>
/// <param name="Of">The choice.</param>
/// <param name="Scores">The score of each member, all of them, in the order written.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record LevelsLeaf(Expression Of, ImmutableArray<Level> Scores, SourceSpan Place) : LeafRule(Place);

/// <summary>The score of a member of a choice.</summary>
/// <param name="Member">The member.</param>
/// <param name="Score">The score.</param>
/// <param name="Span">Where it is written.</param>
public sealed record Level(string Member, decimal Score, SourceSpan Span);

/// <summary>A piecewise linear function through points, flat outside them.</summary>
/// <param name="Of">The number that is looked up.</param>
/// <param name="Points">The points, x strictly rising, at least two.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record CurveLeaf(Expression Of, ImmutableArray<CurvePoint> Points, SourceSpan Place) : LeafRule(Place);

/// <summary>A point of a curve.</summary>
/// <param name="X">The value looked up.</param>
/// <param name="Score">The score there.</param>
public sealed record CurvePoint(decimal X, decimal Score);

/// <summary>A straight line from the low end of the scale at the worst value to its high end at the best, flat outside.</summary>
/// <remarks>An end that is relative is the least or greatest value over the options that are not excluded; where all are equal, all score the high end.</remarks>
/// <param name="Of">The number that is looked up.</param>
/// <param name="Worst">The value that scores the low end.</param>
/// <param name="Best">The value that scores the high end.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record LinearLeaf(Expression Of, LinearEnd Worst, LinearEnd Best, SourceSpan Place) : LeafRule(Place);

/// <summary>An end of a linear leaf: a number, or the least or greatest value over the options.</summary>
/// <param name="Kind">Which of them.</param>
/// <param name="Number">The number, where it is one.</param>
public sealed record LinearEnd(LinearEndKind Kind, decimal Number);

/// <summary>The kinds of end of a linear leaf.</summary>
public enum LinearEndKind
{
    /// <summary>A number.</summary>
    Number,

    /// <summary>The least value over the options.</summary>
    Lowest,

    /// <summary>The greatest value over the options.</summary>
    Highest,
}

/// <summary>A number expression that gives the score.</summary>
/// <param name="Score">The expression.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record FormulaLeaf(Expression Score, SourceSpan Place) : LeafRule(Place);

/// <summary>A score that people give in the case.</summary>
/// <param name="Anchors">What scores on the scale mean, in rising order; may be empty.</param>
/// <param name="Combine">How the bodies' means become one score.</param>
/// <param name="Place">Where it is defined.</param>
public sealed record JudgedLeaf(ImmutableArray<Anchor> Anchors, BodyCombination Combine, SourceSpan Place) : LeafRule(Place)
{
    /// <summary>Whether a case must give the reason of each score.</summary>
    public bool RequiresReasons { get; init; }
}

/// <summary>What a score on the scale means.</summary>
/// <param name="Score">The score.</param>
/// <param name="Meaning">What it means.</param>
public sealed record Anchor(decimal Score, string Meaning);

/// <summary>How the bodies' means become one score.</summary>
public enum BodyCombination
{
    /// <summary>The mean of the bodies' means, whatever their sizes.</summary>
    MeanOfBodies,

    /// <summary>The lowest of the bodies' means.</summary>
    LowestBody,
}
