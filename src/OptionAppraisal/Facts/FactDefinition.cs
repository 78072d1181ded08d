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

    /// <summary>What the fact has one value for each of, in whose order its list of values stands; null for a single value.</summary>
    /// <remarks>The type is then a list of the declared type; limits and default are those of each value.</remarks>
    public PerMembers? Per { get; init; }

    // The type of a value, or of each of several.
    internal FactType TypeOfEach => Per is null ? Type : ((ListType)Type).Element;
}

/// <summary>What a fact has one value for each of: names, or the records of a list.</summary>
/// <param name="Names">The names with their titles, in order; empty for records.</param>
/// <param name="ListId">The record list; null for names.</param>
public sealed record PerMembers(ImmutableArray<ChoiceMember> Names, string? ListId)
{
    /// <summary>Whether two are the same: the same list, or the same names in any order; titles do not matter.</summary>
    public bool Agrees(PerMembers? other) =>
        other is not null
        && string.Equals(ListId, other.ListId, StringComparison.Ordinal)
        && Names.Length == other.Names.Length
        && Names.All(n => other.IndexOf(n.Id) >= 0);

    /// <summary>The place of a name, from 0, or -1.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (string.Equals(Names[i].Id, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
