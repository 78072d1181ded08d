using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class DayOfWeek() : FixedFunction(
    "day of week",
    FactType.Text,
    "The name of the day of the week, such as Monday.",
    FunctionParameter.Date("date"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of(CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(arguments[0].Date.DayOfWeek));
}
