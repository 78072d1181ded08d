using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class StartsWith() : FixedFunction(
    "starts with",
    FactType.Boolean,
    "Whether a text begins with another.",
    FunctionParameter.Text("string"),
    FunctionParameter.Text("match"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of(arguments[0].Text.StartsWith(arguments[1].Text, StringComparison.Ordinal));
}
