using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class SubstringAfter() : FixedFunction(
    "substring after",
    FactType.Text,
    "What stands in a text after the first place of another; empty where it is not there.",
    FunctionParameter.Text("string"),
    FunctionParameter.Text("match"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var (text, match) = (arguments[0].Text, arguments[1].Text);
        var place = text.IndexOf(match, StringComparison.Ordinal);
        return Value.Of(place < 0 ? "" : text[(place + match.Length)..]);
    }

    internal override long Work(ReadOnlySpan<Value> arguments) => SearchWork(arguments);
}
