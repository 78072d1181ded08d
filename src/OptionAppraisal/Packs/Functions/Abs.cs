using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Abs() : FixedFunction("abs", FactType.LiteralNumber, "The number without its sign.", FunctionParameter.Number("n"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of(Math.Abs(arguments[0].Number));

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameUnit(arguments, out problem);
}
