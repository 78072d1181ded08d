using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// The list behind `for d in a..b` where a and b are dates: the days from one to another, up or down. It has no name that an expression can call.
internal sealed class Days() : FixedFunction(
    "..",
    new ListType(FactType.Date),
    "The days from one to another.",
    FunctionParameter.Date("from"),
    FunctionParameter.Date("to"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var (from, to) = (arguments[0].Date, arguments[1].Date);
        var distance = to.DayNumber - from.DayNumber;
        var count = Math.Abs(distance) + 1;
        Limits.CheckList(count);
        var items = ImmutableArray.CreateBuilder<Value>(count);
        for (var i = 0; i < count; i++)
        {
            items.Add(Value.Of(from.AddDays(i * Math.Sign(distance))));
        }

        return Limits.List(items);
    }
}
