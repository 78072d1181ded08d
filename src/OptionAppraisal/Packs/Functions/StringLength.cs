using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class StringLength() : FixedFunction(
    "string length",
    FactType.PlainNumber,
    "How many characters a text has.",
    FunctionParameter.Text("string"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of((decimal)Characters.Count(arguments[0].Text));
}
