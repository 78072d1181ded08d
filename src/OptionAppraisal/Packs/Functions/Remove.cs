using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Remove() : FixedFunction(
    "remove",
    Typing.AnyList,
    "The list without the element at a position, 1 at the front and -1 at the back.",
    FunctionParameter.List("list"),
    FunctionParameter.PlainNumber("position"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var list = arguments[0].List.Items;
        return Elements.TryPosition(arguments[1], list.Length, out var index)
            ? Value.Of(new ValueList(list.RemoveAt(index)))
            : Value.Unknown;
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameList(arguments, out problem);
}
