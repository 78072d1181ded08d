using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A fact that a rule pack asks for: its name, type and limits.</summary>
/// <remarks>Immutable.</remarks>
public sealed record FactDefinition
{
    /// <summary>The name, as used in expressions.</summary>
    public required string Id { get; init; }

    /// <summary>The place of the fact's value among the values of its owner, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The type.</summary>
    public required FactType Type { get; init; }

    /// <summary>Where it is defined.</summary>
    public SourceSpan Span { get; init; }

    /// <summary>The title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The question that asks for it, or null.</summary>
    public string? Ask { get; init; }

    /// <summary>The least value of a number (included), or null.</summary>
    public decimal? Min { get; init; }

    /// <summary>The greatest value of a number (included), or null.</summary>
    public decimal? Max { get; init; }

    /// <summary>The grid of a number for scenario draws, or null.</summary>
    public decimal? Step { get; init; }

    /// <summary>The value of a fact that is left out; not known where there is no default.</summary>
    public Value Default { get; init; }

    /// <summary>The sources.</summary>
    public ImmutableArray<SourceReference> Sources { get; init; } = [];
}
