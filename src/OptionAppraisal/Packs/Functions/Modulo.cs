using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// As dividend - divisor * floor(dividend / divisor), so that it has the sign of the divisor.
internal sealed class Modulo() : FixedFunction(
    "modulo",
    FactType.LiteralNumber,
    "What is left of a number after taking away another as often as it goes, with the other's sign.",
    FunctionParameter.Number("dividend"),
    FunctionParameter.Number("divisor"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var divisor = arguments[1].Number;
        if (divisor == 0)
        {
            return Value.Unknown;
        }

        var rest = arguments[0].Number % divisor;
        return Value.Of(rest != 0 && rest < 0 != divisor < 0 ? rest + divisor : rest);
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameUnit(arguments, out problem);
}
