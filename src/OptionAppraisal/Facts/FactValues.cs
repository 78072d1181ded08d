namespace OptionAppraisal.Facts;

/// <summary>The values of one owner's facts, in the order of their definitions.</summary>
/// <remarks>Immutable; a fact that was not given is not known, or has its default.</remarks>
public sealed class FactValues
{
    private readonly Kept[] _values;
    private readonly Evidence?[] _evidence;

    /// <summary>Values with their evidence.</summary>
    /// <param name="values">A value for each definition.</param>
    /// <param name="evidence">What each rests on; null where the value was not given.</param>
    public FactValues(ImmutableArray<Value> values, ImmutableArray<Evidence?> evidence)
    {
        if (values.Length != evidence.Length)
        {
            throw new ArgumentException("each value needs its place for evidence", nameof(evidence));
        }

        _values = new Kept[values.Length];
        for (var i = 0; i < _values.Length; i++)
        {
            _values[i] = new Kept(values[i]);
        }

        _evidence = [.. evidence];
        HasTestimony = Array.Exists(_evidence, static e => e?.Grade == EvidenceGrade.Testimony);
    }

    /// <summary>The number of facts.</summary>
    public int Count => _values.Length;

    /// <summary>The value of a fact by its index.</summary>
    public Value this[int index] => _values[index].Value;

    /// <summary>The value of a fact.</summary>
    public Value this[FactDefinition fact] => _values[fact.Index].Value;

    // The value of a fact where it is kept, for engines: a value is large to copy.
    internal ref readonly Kept At(int index) => ref _values[index];

    // Whether a value rests on testimony.
    internal bool HasTestimony { get; }

    /// <summary>What the value of a fact rests on, or null where it was not given.</summary>
    public Evidence? EvidenceOf(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return _evidence[fact.Index];
    }

    // A value, and a number nearly, which is compared faster.
    internal readonly struct Kept(Value value)
    {
        public readonly Value Value = value;
        public readonly double Near = value.Near;
    }
}
