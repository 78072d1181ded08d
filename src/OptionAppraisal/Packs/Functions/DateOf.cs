using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class DateOf : BuiltinFunction
{
    private static readonly FunctionParameter From = FunctionParameter.Text("from");
    private static readonly FunctionParameter[] Parts =
        [FunctionParameter.PlainNumber("year"), FunctionParameter.PlainNumber("month"), FunctionParameter.PlainNumber("day")];

    public override string Name => "date";

    public override ImmutableArray<FunctionSignature> Signatures { get; } = [Typing.Signature(From), Typing.Signature(Parts)];

    public override string Summary =>
        "The day of a text such as 2002-04-01, or of a year, a month and a day; not known where there is no such day.";

    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = Typing.CountProblem(arguments.Length, Signatures);
        if (arguments is [var from])
        {
            problem = from is DateType ? null : Typing.Problem(From, from);
        }

        for (var i = 0; problem is null && arguments.Length > 1 && i < arguments.Length; i++)
        {
            problem = Typing.Problem(Parts[i], arguments[i]);
        }

        return problem is null ? FactType.Date : null;
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        if (arguments.Length == 3)
        {
            return Day(arguments[0].Number, arguments[1].Number, arguments[2].Number);
        }

        if (arguments[0].Kind == ValueKind.Date)
        {
            return arguments[0];
        }

        var text = arguments[0].Text;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? Value.Of(date)
            : Value.Unknown;
    }

    private static Value Day(decimal year, decimal month, decimal day)
    {
        var exists = decimal.IsInteger(year) && decimal.IsInteger(month) && decimal.IsInteger(day)
            && year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth((int)year, (int)month);
        return exists ? Value.Of(new DateOnly((int)year, (int)month, (int)day)) : Value.Unknown;
    }
}
