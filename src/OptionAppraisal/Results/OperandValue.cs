using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Results;

/// <summary>A name that a rule read, and its value.</summary>
/// <remarks>Immutable; equality is of content. The default has no name and is not known.</remarks>
public readonly record struct OperandValue
{
    // What reads it, with its owner where it is a fact as given, which is not copied, or with its value; or all of it, held here.
    private readonly object? _read;
    private readonly object? _source;

    /// <summary>A name and its value.</summary>
    /// <param name="Name">The name as written in the rule.</param>
    /// <param name="Value">The value.</param>
    /// <param name="Type">The type, with unit and titles.</param>
    /// <param name="Evidence">What a fact rests on; null for what was not given or follows from other facts.</param>
    public OperandValue(string Name, Value Value, FactType Type, Evidence? Evidence) => _read = new Held(Name, Value, Type, Evidence);

    // A fact as given.
    internal OperandValue(ReadName read, FactValues owner)
    {
        _read = read;
        _source = owner;
    }

    // What rests on no evidence of its own.
    internal OperandValue(ReadName read, Worth worth)
    {
        _read = read;
        _source = worth;
    }

    /// <summary>The name as written in the rule.</summary>
    public string Name
    {
        get => _read is ReadName read ? read.Name : Own.Name;
        init => (_read, _source) = (Copy() with { Name = value }, null);
    }

    /// <summary>The value.</summary>
    public Value Value
    {
        get => _source is FactValues owner ? owner.At(((ReadName)_read!).Fact!.Index).Value : _source is Worth worth ? worth.Value : Own.Value;
        init => (_read, _source) = (Copy() with { Value = value }, null);
    }

    /// <summary>The type, with unit and titles.</summary>
    public FactType Type
    {
        get => _read is ReadName read ? read.Expression.Type : Own.Type;
        init => (_read, _source) = (Copy() with { Type = value }, null);
    }

    /// <summary>What a fact rests on; null for what was not given or follows from other facts.</summary>
    public Evidence? Evidence
    {
        get => _source is FactValues owner ? owner.EvidenceOf(((ReadName)_read!).Fact!) : _source is null ? Own.Evidence : null;
        init => (_read, _source) = (Copy() with { Evidence = value }, null);
    }

    private Held Own => _read as Held ?? Held.Nothing;

    /// <summary>The parts.</summary>
    public void Deconstruct(out string Name, out Value Value, out FactType Type, out Evidence? Evidence) =>
        (Name, Value, Type, Evidence) = (this.Name, this.Value, this.Type, this.Evidence);

    /// <inheritdoc/>
    public bool Equals(OperandValue other) => Copy() == other.Copy();

    /// <inheritdoc/>
    public override int GetHashCode() => Copy().GetHashCode();

    private Held Copy() => _read is not ReadName ? Own : new Held(Name, Value, Type, Evidence);

    private sealed record Held(string Name, Value Value, FactType Type, Evidence? Evidence)
    {
        public static Held Nothing { get; } = new("", default, FactType.Null, null);
    }
}
