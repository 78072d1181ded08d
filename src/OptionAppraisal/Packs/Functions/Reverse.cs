using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Reverse() : FixedFunction(
    "reverse",
    Typing.AnyList,
    "The elements of a list from the last to the first.",
    FunctionParameter.List("list"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var items = arguments[0].List.Items.AsSpan().ToArray();
        Array.Reverse(items);
        return Value.Of(new ValueList([.. items]));
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameList(arguments, out problem);
}
