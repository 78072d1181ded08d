using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class DayOfYear() : FixedFunction(
    "day of year",
    FactType.PlainNumber,
    "The day of the year, from 1.",
    FunctionParameter.Date("date"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of((decimal)arguments[0].Date.DayOfYear);
}
