using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Odd() : FixedFunction(
    "odd",
    FactType.Boolean,
    "Whether a whole number is odd; not known for a fraction.",
    FunctionParameter.Number("number"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var rest = Math.Abs(arguments[0].Number % 2);
        return rest == 0 || rest == 1 ? Value.Of(rest == 1) : Value.Unknown;
    }
}
