using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Even() : FixedFunction(
    "even",
    FactType.Boolean,
    "Whether a whole number is even; not known for a fraction.",
    FunctionParameter.Number("number"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var rest = Math.Abs(arguments[0].Number % 2);
        return rest == 0 || rest == 1 ? Value.Of(rest == 0) : Value.Unknown;
    }
}
