using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Sum() : NumbersFunction("sum", "The numbers added; not known for none.")
{
    protected override Value Of(ReadOnlySpan<Value> items) => items.IsEmpty ? Value.Unknown : Value.Of(Total(items));
}
