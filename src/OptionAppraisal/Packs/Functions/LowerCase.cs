using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class LowerCase() : FixedFunction(
    "lower case",
    FactType.Text,
    "The text in small letters.",
    FunctionParameter.Text("string"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of(arguments[0].Text.ToLowerInvariant());
}
