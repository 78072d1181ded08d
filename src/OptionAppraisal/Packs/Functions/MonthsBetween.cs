using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class MonthsBetween() : FixedFunction(
    "months_between",
    Months,
    "The whole months from a day to another, by the day of the month; below zero where the other is earlier.",
    FunctionParameter.Date("from"),
    FunctionParameter.Date("to"))
{
    private static NumberType Months { get; } = new(Unit.TryParse("months", out var months) ? months : null);

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var (from, to) = (arguments[0].Date, arguments[1].Date);
        var months = ((to.Year - from.Year) * 12) + to.Month - from.Month;
        if (months > 0 && to.Day < from.Day)
        {
            months--;
        }
        else if (months < 0 && to.Day > from.Day)
        {
            months++;
        }

        return Value.Of((decimal)months);
    }
}
