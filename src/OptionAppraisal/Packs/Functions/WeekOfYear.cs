using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class WeekOfYear() : FixedFunction(
    "week of year",
    FactType.PlainNumber,
    "The week of the year by ISO 8601: weeks begin on Mondays, and the first has the year's first Thursday.",
    FunctionParameter.Date("date"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of((decimal)ISOWeek.GetWeekOfYear(arguments[0].Date));
}
