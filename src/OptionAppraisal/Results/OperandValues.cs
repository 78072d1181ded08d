using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Results;

/// <summary>The names that a rule read with their values: each once, in text order.</summary>
/// <remarks>Immutable; the default is empty; equality is of content. A value is looked up where it is kept when it is asked for, and is always the same.</remarks>
[CollectionBuilder(typeof(OperandValues), nameof(Of))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "the plural says that it is a list")]
public readonly struct OperandValues : IReadOnlyList<OperandValue>, IEquatable<OperandValues>
{
    // The values themselves, or who knows the values of the operands.
    private readonly object? _values;
    private readonly ImmutableArray<Operand> _operands;

    internal OperandValues(OperandValue[] values) => _values = values;

    internal OperandValues(ImmutableArray<Operand> operands, IKnowsOperands source)
    {
        _values = source;
        _operands = operands;
    }

    /// <summary>The number of names.</summary>
    public int Count => !_operands.IsDefault ? _operands.Length : _values is OperandValue[] values ? values.Length : 0;

    /// <summary>Whether nothing was read.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>The name and value at an index from 0.</summary>
    public OperandValue this[int index] =>
        !_operands.IsDefault ? ((IKnowsOperands)_values!).ValueOf(_operands[index])
        : _values is OperandValue[] values ? values[index]
        : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>A list of the given values.</summary>
    public static OperandValues Of(ReadOnlySpan<OperandValue> values) => new(values.ToArray());

    /// <summary>The values one by one.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<OperandValue> IEnumerable<OperandValue>.GetEnumerator() => new Enumerator(this);

    IEnumerator IEnumerable.GetEnumerator() => new Enumerator(this);

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

    /// <summary>The values one by one.</summary>
    [SuppressMessage("Performance", "CA1815:Override equals and operator equals on value types", Justification = "nobody compares enumerators")]
    public struct Enumerator : IEnumerator<OperandValue>
    {
        private readonly OperandValues _values;
        private readonly int _count;
        private int _index = -1;

        internal Enumerator(OperandValues values)
        {
            _values = values;
            _count = values.Count;
        }

        /// <summary>The value at hand.</summary>
        public readonly OperandValue Current => _values[_index];

        readonly object IEnumerator.Current => Current;

        /// <summary>Goes to the next.</summary>
        /// <returns>False after the last.</returns>
        public bool MoveNext() => ++_index < _count;

        /// <summary>Goes before the first.</summary>
        public void Reset() => _index = -1;

        /// <summary>Holds nothing.</summary>
        public readonly void Dispose()
        {
        }
    }
}

// Who knows, from whatever thread and whenever, what operands come to for one subject.
internal interface IKnowsOperands
{
    OperandValue ValueOf(Operand operand);
}
