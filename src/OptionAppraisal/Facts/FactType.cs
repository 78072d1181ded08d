namespace OptionAppraisal.Facts;

/// <summary>The type of a fact or an expression.</summary>
/// <remarks>Immutable; equal by structure. The closed set: number, boolean, text, choice, date, reference, list, and null for a literal.</remarks>
public abstract record FactType
{
    private protected FactType()
    {
    }

    /// <summary>True or false.</summary>
    public static BooleanType Boolean { get; } = new();

    /// <summary>A text.</summary>
    public static TextType Text { get; } = new();

    /// <summary>A day.</summary>
    public static DateType Date { get; } = new();

    /// <summary>The type of the literal <c>null</c>, which meets any type.</summary>
    public static NullType Null { get; } = new();

    /// <summary>A number without unit.</summary>
    public static NumberType PlainNumber { get; } = new(Unit.None);

    /// <summary>A number that takes the unit it meets: a literal.</summary>
    public static NumberType LiteralNumber { get; } = new((Unit?)null);
}

/// <summary>The type of exact decimal numbers of one unit.</summary>
/// <param name="Unit">The unit; null for a literal, which takes the unit that it meets.</param>
public sealed record NumberType(Unit? Unit) : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => Unit is null || Unit.IsNone ? "number" : $"number of {Unit}";
}

/// <summary>The type of true and false.</summary>
public sealed record BooleanType : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => "boolean";
}

/// <summary>The type of texts.</summary>
public sealed record TextType : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => "text";
}

/// <summary>The type of days.</summary>
public sealed record DateType : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => "date";
}

/// <summary>The type of the literal <c>null</c>.</summary>
public sealed record NullType : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => "null";
}

/// <summary>The type of members of a choice.</summary>
/// <remarks>Two choices are the same type when they have the same members, in any order; titles do not matter.</remarks>
public sealed record ChoiceType : FactType
{
    /// <summary>A choice of members.</summary>
    /// <param name="members">The members in their written order.</param>
    public ChoiceType(ImmutableArray<ChoiceMember> members) => Members = members;

    /// <summary>The members in their written order.</summary>
    public ImmutableArray<ChoiceMember> Members { get; }

    /// <summary>Whether an id is a member.</summary>
    public bool Has(string id) => Members.Any(m => string.Equals(m.Id, id, StringComparison.Ordinal));

    /// <summary>The title of a member, or its id where it has none.</summary>
    public string TitleOf(string id) => Members.FirstOrDefault(m => string.Equals(m.Id, id, StringComparison.Ordinal))?.Title ?? id;

    /// <inheritdoc/>
    public bool Equals(ChoiceType? other) =>
        other is not null && Members.Length == other.Members.Length && Members.All(m => other.Has(m.Id));

    /// <inheritdoc/>
    public override int GetHashCode() => Members.Length;

    /// <summary>The type for a message.</summary>
    public override string ToString() => "choice";
}

/// <summary>A member of a choice.</summary>
/// <param name="Id">The id, as written in expressions.</param>
/// <param name="Title">The title, as shown to people; null where none is given.</param>
public sealed record ChoiceMember(string Id, string? Title);

/// <summary>The type of records of one list.</summary>
/// <param name="ListId">The record list.</param>
public sealed record ReferenceType(string ListId) : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => $"reference to {ListId}";
}

/// <summary>The type of lists of one element type.</summary>
/// <param name="Element">The type of the elements; null type for a list whose elements say nothing, such as <c>[]</c>.</param>
public sealed record ListType(FactType Element) : FactType
{
    /// <summary>The type for a message.</summary>
    public override string ToString() => $"list of {Element}";
}
