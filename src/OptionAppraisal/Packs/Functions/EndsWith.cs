using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class EndsWith() : FixedFunction(
    "ends with",
    FactType.Boolean,
    "Whether a text ends with another.",
    FunctionParameter.Text("string"),
    FunctionParameter.Text("match"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of(arguments[0].Text.EndsWith(arguments[1].Text, StringComparison.Ordinal));
}
