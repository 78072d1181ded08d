using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class MonthOfYear() : FixedFunction(
    "month of year",
    FactType.Text,
    "The name of the month, such as January.",
    FunctionParameter.Date("date"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of(CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(arguments[0].Date.Month));
}
