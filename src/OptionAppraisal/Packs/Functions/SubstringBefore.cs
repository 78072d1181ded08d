using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class SubstringBefore() : FixedFunction(
    "substring before",
    FactType.Text,
    "What stands in a text before the first place of another; empty where it is not there.",
    FunctionParameter.Text("string"),
    FunctionParameter.Text("match"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].Text;
        var place = text.IndexOf(arguments[1].Text, StringComparison.Ordinal);
        return Value.Of(place < 0 ? "" : text[..place]);
    }

    internal override long Work(ReadOnlySpan<Value> arguments) => SearchWork(arguments);
}
