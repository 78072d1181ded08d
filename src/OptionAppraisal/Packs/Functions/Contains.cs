using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Contains() : FixedFunction(
    "contains",
    FactType.Boolean,
    "Whether a text holds another.",
    FunctionParameter.Text("string"),
    FunctionParameter.Text("match"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        Value.Of(arguments[0].Text.Contains(arguments[1].Text, StringComparison.Ordinal));

    internal override long Work(ReadOnlySpan<Value> arguments) => SearchWork(arguments);
}
