using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Substring() : FixedFunction(
    "substring",
    FactType.Text,
    "The characters of a text from a position, 1 at the front and -1 at the back: all of them, or as many as the length says.",
    FunctionParameter.Text("string"),
    FunctionParameter.PlainNumber("start position"),
    FunctionParameter.PlainNumber("length", isOptional: true))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var text = arguments[0].Text;
        var count = Characters.Count(text);
        if (!Elements.TryPosition(arguments[1], count, out var start) || !Elements.TryLength(arguments, 2, count - start, out var length))
        {
            return Value.Unknown;
        }

        var first = Characters.Skip(text, 0, start);
        return Value.Of(text[first..Characters.Skip(text, first, length)]);
    }
}
