using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Mean() : NumbersFunction("mean", "The numbers added, divided by how many they are; not known for none.")
{
    protected override Value Of(ReadOnlySpan<Value> items) => items.IsEmpty ? Value.Unknown : Value.Of(Total(items) / items.Length);
}
