using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Exp() : FixedFunction("exp", FactType.LiteralNumber, "The power of e.", FunctionParameter.PlainNumber("number"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of(DecimalMathematics.Exp(arguments[0].Number));

    internal override long Work(ReadOnlySpan<Value> arguments) => 60;

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameUnit(arguments, out problem);
}
