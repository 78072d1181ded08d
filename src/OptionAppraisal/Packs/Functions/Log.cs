using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Log() : FixedFunction(
    "log",
    FactType.LiteralNumber,
    "The natural logarithm; not known at zero and below.",
    FunctionParameter.PlainNumber("number"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        DecimalMathematics.Log(arguments[0].Number) is { } logarithm ? Value.Of(logarithm) : Value.Unknown;

    internal override long Work(ReadOnlySpan<Value> arguments) => 100;

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameUnit(arguments, out problem);
}
