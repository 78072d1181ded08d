using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// Comparison by three-valued logic: what is not known decides nothing.
internal static class Comparing
{
    public static Truth Compare(ComparisonOperator comparison, in Value left, in Value right)
    {
        if (left.Kind == ValueKind.Number && right.Kind == ValueKind.Number)
        {
            return Holds(comparison, Value.CompareNumbers(left, right));
        }

        if (left.IsUnknown || right.IsUnknown)
        {
            return Truth.Unknown;
        }

        if (comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual)
        {
            var equal = AreEqual(left, right);
            return comparison == ComparisonOperator.Equal ? equal : Not(equal);
        }

        return Holds(comparison, Order(left, right));
    }

    private static Truth Holds(ComparisonOperator comparison, int order) => Of(comparison switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    });

    public static Truth AreEqual(in Value left, in Value right)
    {
        if (left.IsUnknown || right.IsUnknown)
        {
            return Truth.Unknown;
        }

        if (left.Kind == ValueKind.List && right.Kind == ValueKind.List)
        {
            return AreEqual(left.List, right.List);
        }

        return Of(IsText(left.Kind) && IsText(right.Kind) ? string.Equals(left.Text, right.Text, StringComparison.Ordinal) : left.Equals(right));
    }

    public static Truth Not(Truth truth) => truth switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };

    public static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False
        : left == Truth.True && right == Truth.True ? Truth.True
        : Truth.Unknown;

    // Lists of different lengths differ, and so do lists that differ at one place, whatever else is not known.
    private static Truth AreEqual(ValueList left, ValueList right)
    {
        if (left.Count != right.Count)
        {
            return Truth.False;
        }

        var result = Truth.True;
        for (var i = 0; i < left.Count; i++)
        {
            var equal = AreEqual(left[i], right[i]);
            if (equal == Truth.False)
            {
                return Truth.False;
            }

            if (equal == Truth.Unknown)
            {
                result = Truth.Unknown;
            }
        }

        return result;
    }

    private static int Order(in Value left, in Value right) => left.Kind switch
    {
        ValueKind.Date => left.Date.CompareTo(right.Date),
        _ => string.CompareOrdinal(left.Text, right.Text),
    };

    private static bool IsText(ValueKind kind) => kind is ValueKind.Text or ValueKind.Choice;

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
