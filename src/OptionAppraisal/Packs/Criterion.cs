using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>A node of the value tree: a branch with criteria below it, or a leaf that is scored.</summary>
/// <remarks>Immutable. A branch has no leaf rule; a leaf has no children.</remarks>
public sealed record Criterion
{
    /// <summary>The id, unique in the tree.</summary>
    public required string Id { get; init; }

    /// <summary>The place in the tree, in depth-first order from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The title; the id where none is given.</summary>
    public required string Title { get; init; }

    /// <summary>The weight among its siblings, zero or more: as given, from the method, or 1 where siblings have none.</summary>
    public required decimal Weight { get; init; }

    /// <summary>How the weight of it and its siblings came about.</summary>
    public WeightMethod WeightMethod { get; init; }

    /// <summary>When it applies, or null for always; reads case facts and the area only.</summary>
    public Expression? AppliesWhen { get; init; }

    /// <summary>The scale of a leaf; 0 to 100 for a branch.</summary>
    public Scale Scale { get; init; } = Scale.Default;

    /// <summary>How a leaf is scored; null for a branch.</summary>
    public LeafRule? Leaf { get; init; }

    /// <summary>The criteria below a branch, in order.</summary>
    public ImmutableArray<Criterion> Children { get; init; } = [];

    /// <summary>The reason for it, or null.</summary>
    public string? Because { get; init; }

    /// <summary>The sources.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];

    /// <summary>Where it is defined.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>When it is in force, or null for always.</summary>
    public InForce? InForce { get; init; }

    /// <summary>Whether it is scored itself.</summary>
    public bool IsLeaf => Leaf is not null;
}

/// <summary>The ends of the scale of a leaf.</summary>
/// <param name="Low">The worst score.</param>
/// <param name="High">The best score, above the low end.</param>
public sealed record Scale(decimal Low, decimal High)
{
    /// <summary>The scale 0 to 100.</summary>
    public static Scale Default { get; } = new(0, 100);

    /// <summary>A score brought to 0..100.</summary>
    public decimal ValueOf(decimal score) => ReferenceEquals(this, Default) || (Low == 0 && High == 100) ? score : (score - Low) * 100 / (High - Low);

    /// <summary>Whether a score lies on the scale.</summary>
    public bool Holds(decimal score) => score >= Low && score <= High;

    /// <summary>A score cut to the scale.</summary>
    public decimal Cut(decimal score) => Math.Clamp(score, Low, High);
}

/// <summary>How the weights of siblings were given.</summary>
public enum WeightMethod
{
    /// <summary>None were given: all the same.</summary>
    Equal,

    /// <summary>A weight on each.</summary>
    Direct,

    /// <summary>Swing weights, the largest 100. Source: von Winterfeldt and Edwards (1986).</summary>
    Swing,

    /// <summary>Points shared out.</summary>
    Points,

    /// <summary>Rank order centroid. Source: Edwards and Barron (1994).</summary>
    RankOrderCentroid,
}
