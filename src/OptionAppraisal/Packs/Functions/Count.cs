using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Count() : ElementsFunction("count", "How many elements there are.")
{
    protected override FactType? ResultOf(FactType element, out string? problem)
    {
        problem = null;
        return FactType.PlainNumber;
    }

    protected override Value Of(ReadOnlySpan<Value> items) => Value.Of((decimal)items.Length);
}
