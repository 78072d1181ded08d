using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// The list behind `for i in a..b`: the whole numbers from one to another, up or down. It has no name that an expression can call.
internal sealed class WholeNumbers() : FixedFunction(
    "..",
    Typing.AnyList,
    "The whole numbers from one to another.",
    FunctionParameter.Number("from"),
    FunctionParameter.Number("to"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var (from, to) = (arguments[0].Number, arguments[1].Number);
        if (!decimal.IsInteger(from) || !decimal.IsInteger(to))
        {
            return Value.Unknown;
        }

        // Quarters first, as the distance itself may be beyond a decimal.
        var step = from <= to ? 1 : -1;
        Limits.CheckList(Math.Abs((from / 4) - (to / 4)) > Limits.ListElements ? long.MaxValue : (long)Math.Abs(to - from) + 1);
        var count = (int)Math.Abs(to - from) + 1;
        var items = ImmutableArray.CreateBuilder<Value>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(Value.Of(from + (i * step)));
        }

        return Limits.List(items);
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameUnit(arguments, out problem) is { } element ? new ListType(element) : null;
}
