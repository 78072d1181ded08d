using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class StringJoin() : FixedFunction(
    "string join",
    FactType.Text,
    "The texts of a list joined, with a delimiter between them where one is given.",
    FunctionParameter.List("list"),
    FunctionParameter.Text("delimiter", isOptional: true))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var items = arguments[0].List.Items.AsSpan();
        if (!Elements.AreKnown(items))
        {
            return Value.Unknown;
        }

        var delimiter = arguments.Length > 1 ? arguments[1].Text : "";
        var texts = new string[items.Length];
        var length = (long)delimiter.Length * Math.Max(0, items.Length - 1);
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = items[i].Text;
            length += texts[i].Length;
        }

        Limits.CheckText(length);
        return Value.Of(string.Join(delimiter, texts));
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = arguments[0] is ListType { Element: not (TextType or NullType) and var element }
            ? $"it joins texts, not {Typing.Given(element)}"
            : null;
        return problem is null ? FactType.Text : null;
    }
}
