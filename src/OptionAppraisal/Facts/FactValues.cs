namespace OptionAppraisal.Facts;

/// <summary>The values of one owner's facts, in the order of their definitions.</summary>
/// <remarks>Immutable; a fact that was not given is not known, or has its default.</remarks>
public sealed class FactValues
{
    private readonly Value[] _values;
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

        _values = [.. values];
        _evidence = [.. evidence];
    }

    /// <summary>Of a fact with a value for each of several members what each of these rests on; null entries where a value was not given.</summary>
    /// <remarks>By the index of the fact; a fact without members has no entry.</remarks>
    public ImmutableSortedDictionary<int, ImmutableArray<Evidence?>> MemberEvidence { get; init; } = ImmutableSortedDictionary<int, ImmutableArray<Evidence?>>.Empty;

    /// <summary>The number of facts.</summary>
    public int Count => _values.Length;

    /// <summary>The value of a fact by its index.</summary>
    public Value this[int index] => _values[index];

    /// <summary>The value of a fact.</summary>
    public Value this[FactDefinition fact] => _values[fact.Index];

    // The value of a fact where it is kept, for engines: a value is large to copy.
    internal ref readonly Value At(int index) => ref _values[index];

    /// <summary>What the value of a fact rests on, or null where it was not given.</summary>
    public Evidence? EvidenceOf(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return _evidence[fact.Index];
    }

    /// <summary>What the values of a fact rest on, where they were given: one for a single value, else one a member.</summary>
    public IEnumerable<Evidence> AllEvidenceOf(FactDefinition fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return MemberEvidence.TryGetValue(fact.Index, out var members) ? members.OfType<Evidence>() : _evidence[fact.Index] is { } single ? [single] : [];
    }

    /// <summary>What the value of one member of a fact rests on, or null where it was not given.</summary>
    public Evidence? EvidenceOf(FactDefinition fact, int member)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return MemberEvidence.TryGetValue(fact.Index, out var members) && member < members.Length ? members[member] : null;
    }
}
