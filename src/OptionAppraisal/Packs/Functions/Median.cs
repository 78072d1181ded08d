using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Median() : NumbersFunction("median", "The middle number, or the mean of the two in the middle; not known for none.")
{
    internal override long Work(ReadOnlySpan<Value> arguments) => Elements.SortWork(base.Work(arguments));

    protected override Value Of(ReadOnlySpan<Value> items)
    {
        if (items.IsEmpty)
        {
            return Value.Unknown;
        }

        var sorted = new decimal[items.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = items[i].Number;
        }

        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return Value.Of(sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
