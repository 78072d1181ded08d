using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class UpperCase() : FixedFunction("upper case", FactType.Text, "The text in capitals.", FunctionParameter.Text("string"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of(arguments[0].Text.ToUpperInvariant());
}
