using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Sublist() : FixedFunction(
    "sublist",
    Typing.AnyList,
    "The elements of a list from a position, 1 at the front and -1 at the back: all of them, or as many as the length says.",
    FunctionParameter.List("list"),
    FunctionParameter.PlainNumber("start position"),
    FunctionParameter.PlainNumber("length", isOptional: true))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var list = arguments[0].List.Items;
        return Elements.TryPosition(arguments[1], list.Length, out var start)
            && Elements.TryLength(arguments, 2, list.Length - start, out var length)
            ? Value.Of(new ValueList(list.Slice(start, length)))
            : Value.Unknown;
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameList(arguments, out problem);
}
