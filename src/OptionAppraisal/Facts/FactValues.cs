namespace OptionAppraisal.Facts;

/// <summary>The values of one owner's facts, in the order of their definitions.</summary>
/// <remarks>Immutable; a fact that was not given is not known, or has its default.</remarks>
public sealed class FactValues
{
    private readonly Kept[] _values;
    private readonly Evidence?[] _evidence;
    private readonly bool _hasTestimony;

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
        _hasTestimony = Array.Exists(_evidence, static e => e?.Grade == EvidenceGrade.Testimony);
    }

    /// <summary>Of facts with a value for each of several members what these rest on, by the index of the fact; null for other facts, empty where there are none.</summary>
    public ImmutableArray<MemberEvidence?> MemberEvidence { get; init; } = [];

    /// <summary>The number of facts.</summary>
    public int Count => _values.Length;

    /// <summary>The value of a fact by its index.</summary>
    public Value this[int index] => _values[index].Value;

    /// <summary>The value of a fact.</summary>
    public Value this[FactDefinition fact] => _values[fact.Index].Value;

    // The value of a fact where it is kept, for engines: a value is large to copy.
    internal ref readonly Kept At(int index) => ref _values[index];

    // All of them, by the index of the fact.
    internal Kept[] AllKept => _values;

    // Whether a value rests on testimony.
    internal bool HasTestimony => _hasTestimony || MemberEvidence.Any(static m => m is not null && m.Members.Any(static e => e?.Grade == EvidenceGrade.Testimony));

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
        return OfMembers(fact) is { } members ? members.Members.OfType<Evidence>() : _evidence[fact.Index] is { } single ? [single] : [];
    }

    /// <summary>What the value of one member of a fact rests on, or null where it was not given.</summary>
    public Evidence? EvidenceOf(FactDefinition fact, int member)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return OfMembers(fact) is { } members && member < members.Members.Length ? members.Members[member] : null;
    }

    // What the members of a fact rest on; null for a fact without members, or of which nothing was given.
    internal MemberEvidence? OfMembers(FactDefinition fact) => fact.Index < MemberEvidence.Length ? MemberEvidence[fact.Index] : null;

    // A value, and a number nearly, which is compared faster.
    internal readonly struct Kept(Value value)
    {
        public readonly Value Value = value;
        public readonly double Near = value.Near;
    }
}
