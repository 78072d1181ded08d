using System.Collections;

namespace OptionAppraisal.Facts;

/// <summary>A list of values, in order.</summary>
/// <remarks>Immutable; equal when of the same length with equal elements at each place.</remarks>
public sealed class ValueList : IReadOnlyList<Value>, IEquatable<ValueList>
{
    private const long LargestSize = long.MaxValue / 4;

    private readonly ImmutableArray<Value> _items;

    /// <summary>A list of elements.</summary>
    public ValueList(ImmutableArray<Value> items)
    {
        _items = items.IsDefault ? [] : items;
        Size = _items.Length;
        foreach (ref readonly var item in _items.AsSpan())
        {
            if (item.Kind == ValueKind.List)
            {
                Size = Math.Min(Size + item.List.Size, LargestSize);
            }
            else if (item.IsKnown)
            {
                // All elements are of one type.
                break;
            }
        }
    }

    /// <summary>The empty list.</summary>
    public static ValueList Empty { get; } = new([]);

    /// <summary>The elements.</summary>
    public ImmutableArray<Value> Items => _items;

    /// <summary>The number of elements, not-known ones included.</summary>
    public int Count => _items.Length;

    // The elements with those of the lists inside it: lists may share their insides, so that a small one in memory is endless to walk.
    internal long Size { get; }

    /// <summary>The element at an index from 0.</summary>
    public Value this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<Value> GetEnumerator() => ((IEnumerable<Value>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ValueList? other) => other is not null && _items.AsSpan().SequenceEqual(other._items.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }
}
