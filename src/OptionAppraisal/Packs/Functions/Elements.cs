using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// How functions look at the elements of lists, some of which may be not known.
internal static class Elements
{
    // The elements of the only argument that is a list, or the arguments themselves.
    public static ReadOnlySpan<Value> Of(ReadOnlySpan<Value> arguments) =>
        arguments.Length == 1 && arguments[0].Kind == ValueKind.List ? arguments[0].List.Items.AsSpan() : arguments;

    // Whether all are known, inside lists too.
    public static bool AreKnown(ReadOnlySpan<Value> values)
    {
        foreach (ref readonly var value in values)
        {
            if (value.IsUnknown || (value.Kind == ValueKind.List && !AreKnown(value.List.Items.AsSpan())))
            {
                return false;
            }
        }

        return true;
    }

    // Equality of two values of one type; not known where what is not known decides it.
    public static Truth Same(Value left, Value right)
    {
        if (left.IsUnknown || right.IsUnknown)
        {
            return Truth.Unknown;
        }

        if (left.Kind != ValueKind.List || right.Kind != ValueKind.List)
        {
            return left == right ? Truth.True : Truth.False;
        }

        var (a, b) = (left.List.Items, right.List.Items);
        var result = a.Length == b.Length ? Truth.True : Truth.False;
        for (var i = 0; i < a.Length && result != Truth.False; i++)
        {
            var same = Same(a[i], b[i]);
            result = same == Truth.True ? result : same;
        }

        return result;
    }

    // Order of two known numbers, texts or dates; texts by their code units.
    public static int Compare(Value left, Value right) => left.Kind switch
    {
        ValueKind.Number => left.Number.CompareTo(right.Number),
        ValueKind.Date => left.Date.CompareTo(right.Date),
        _ => string.CompareOrdinal(left.Text, right.Text),
    };

    // A position in a list or text of a length, from 0; from 1 at the front and -1 at the back as written. Fractions are dropped.
    public static bool TryPosition(Value position, int length, out int index)
    {
        var whole = Whole(position);
        index = whole > 0 ? whole - 1 : length + whole;
        return whole != 0 && index >= 0 && index < length;
    }

    // An optional length that is not below zero, cut to what there is.
    public static bool TryLength(ReadOnlySpan<Value> arguments, int place, int most, out int length)
    {
        length = arguments.Length > place ? Math.Min(Whole(arguments[place]), most) : most;
        return length >= 0;
    }

    // Each element once, in the order of first places; not known where one is not.
    public static Value Distinct(ImmutableArray<Value> items)
    {
        if (!AreKnown(items.AsSpan()))
        {
            return Value.Unknown;
        }

        var seen = new HashSet<Value>();
        var distinct = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in items)
        {
            if (seen.Add(item))
            {
                distinct.Add(item);
            }
        }

        return Limits.List(distinct);
    }

    // A number without its fraction, as near as a whole number of 32 bits comes.
    public static int Whole(Value number) => (int)Math.Clamp(decimal.Truncate(number.Number), -int.MaxValue, int.MaxValue);

    // The work of sorting so many: each goes through as many rounds as halving takes.
    public static long SortWork(long count) => count * System.Numerics.BitOperations.Log2((ulong)count | 1) / 2;
}
