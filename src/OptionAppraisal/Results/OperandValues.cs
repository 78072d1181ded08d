using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Results;

/// <summary>The names that a rule read with their values: each once, in text order.</summary>
/// <remarks>Immutable; the default is empty; equality is of content. A value is looked up where it is kept when it is asked for, and is always the same.</remarks>
[CollectionBuilder(typeof(OperandValues), nameof(Of))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "the plural says that it is a list")]
public readonly struct OperandValues : IReadOnlyList<OperandValue>, IEquatable<OperandValues>
{
    // The values themselves, or who knows the values of what was read.
    private readonly object? _values;
    private readonly ImmutableArray<ReadName> _reads;

    internal OperandValues(OperandValue[] values) => _values = values;

    internal OperandValues(ImmutableArray<ReadName> reads, IKnowsReads source)
    {
        _values = source;
        _reads = reads;
    }

    /// <summary>The number of names.</summary>
    public int Count => !_reads.IsDefault ? _reads.Length : _values is OperandValue[] values ? values.Length : 0;

    /// <summary>Whether nothing was read.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The name and value at an index from 0.</summary>
    public OperandValue this[int index] =>
        !_reads.IsDefault ? ((IKnowsReads)_values!).ValueOf(_reads[index])
        : _values is OperandValue[] values ? values[index]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>A list of the given values.</summary>
    public static OperandValues Of(ReadOnlySpan<OperandValue> values) => new(values.ToArray());

    /// <summary>The values one by one.</summary>
    public IEnumerator<OperandValue> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(OperandValues other)
    {
        if (Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < Count; i++)
        {
            if (this[i] != other[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OperandValues other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0]);

    /// <summary>Whether two lists have the same content.</summary>
    public static bool operator ==(OperandValues left, OperandValues right) => left.Equals(right);

    /// <summary>Whether two lists differ in content.</summary>
    public static bool operator !=(OperandValues left, OperandValues right) => !left.Equals(right);
}

// Who knows, from whatever thread and whenever, what names that were read come to for one subject.
internal interface IKnowsReads
{
    OperandValue ValueOf(ReadName read);
}
