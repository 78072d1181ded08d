using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Count() : ElementsFunction("count", "How many elements there are.")
{
    // One value that is no list is more likely a slip than a list of one.
    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = arguments is [not (ListType or NullType)]
            ? $"it counts the elements of a list, and this is {Typing.Given(arguments[0])}"
            : null;
        return problem is null ? base.TypeOf(arguments, out problem) : null;
    }

    protected override FactType? ResultOf(FactType element, out string? problem)
    {
        problem = null;
        return FactType.PlainNumber;
    }

    protected override Value Of(ReadOnlySpan<Value> items) => Value.Of((decimal)items.Length);
}
