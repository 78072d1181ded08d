using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class InsertBefore() : FixedFunction(
    "insert before",
    Typing.AnyList,
    "The list with an item put before a position, 1 at the front and -1 at the back.",
    FunctionParameter.List("list"),
    FunctionParameter.PlainNumber("position"),
    new FunctionParameter("newItem", FactType.Null))
{
    // An item that is not known is put in as such.
    public override bool TakesUnknown => true;

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsUnknown || arguments[1].IsUnknown)
        {
            return Value.Unknown;
        }

        var list = arguments[0].List.Items;
        if (!Elements.TryPosition(arguments[1], list.Length, out var index))
        {
            return Value.Unknown;
        }

        Limits.CheckList(list.Length + 1);
        return Value.Of(new ValueList(list.Insert(index, arguments[2])));
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.WithElement(arguments[0], arguments[2], out problem);
}
