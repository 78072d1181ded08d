using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// The errors that an expression can end in at run time, at its place.
internal static class JudgingErrors
{
    public static JudgingException TooLarge(Expression at) => at.Type switch
    {
        ListType => TooLong(at),
        TextType => Make(JudgingCodes.ResultTooLong, at, "this makes a text of more than 65,536 characters", "join fewer or shorter texts"),
        _ => Make(
            JudgingCodes.NumberTooLarge,
            at,
            "this makes a number larger than 79,228,162,514,264,337,593,543,950,335, the largest that is held exactly",
            "work in larger units, such as thousands of pounds, or correct the figures that it is made of"),
    };

    public static JudgingException TooLong(Expression at) =>
        Make(JudgingCodes.ResultTooLong, at, "this makes a list of more than 10,000 elements, or of 100,000 with those of the lists inside it", "filter or aggregate the lists that it is made of");

    public static JudgingException TooManySteps(Expression at) =>
        Make(
            JudgingCodes.TooMuchWork,
            at,
            "the appraisal takes more than 10,000,000 steps, of which the last was here",
            "go through each list once: filter it first, or give the result a name as a derived fact");

    public static JudgingException TooDeep(Expression at) =>
        Make(JudgingCodes.TooMuchWork, at, "the derived facts used here rest on too many others, one on another", "shorten the chain of derived facts");

    public static JudgingException NoRowGivesAValue(DerivedTableExpression at, string name, string reads) =>
        Make(JudgingCodes.NoRowHolds, at, $"no row gives {name} a value{reads}", "add a row for these values, or a last row `{ otherwise: true, value: ... }`");

    public static JudgingException TwoRowsGiveAValue(DerivedTableExpression at, string name, DerivedTableRow first, DerivedTableRow second)
    {
        var rows = string.Create(CultureInfo.InvariantCulture, $"rows {first.Number} and {second.Number} both hold for {name}");
        return new(at.HitPolicy == HitPolicy.Unique
            ? new Diagnostic(JudgingCodes.TwoRowsHold, second.Span, rows, "make the conditions of the two rows exclude each other, or say `hit_policy: first`", first.Span)
            : new Diagnostic(JudgingCodes.RowsDisagree, second.Span, $"{rows} and give different values", "give both rows the same value, or say `hit_policy: first`", first.Span));
    }

    public static JudgingException ParameterNotYet(ParameterExpression at, DateOnly day) =>
        NotYet(at.Parameter, at.Span, day);

    // One that is asked for without being written, such as the limit of dissent: it is told where it is defined.
    public static JudgingException ParameterNotYet(Parameter parameter, DateOnly day) => NotYet(parameter, parameter.Span, day);

    private static JudgingException NotYet(Parameter parameter, SourceSpan span, DateOnly day) => new(new Diagnostic(
        JudgingCodes.ParameterNotYet,
        span,
        $"`{parameter.Id}` has no value on {InWords(day)}: its first is from {InWords(parameter.Values[0].From)}",
        "give the parameter a value from an earlier day, or appraise on a later one"));

    private static string InWords(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JudgingException Make(DiagnosticCode code, Expression at, string message, string help) => new(new Diagnostic(code, at.Span, message, help));
}
