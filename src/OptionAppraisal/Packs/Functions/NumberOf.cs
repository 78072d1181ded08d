using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class NumberOf : BuiltinFunction
{
    private static readonly FunctionParameter[] Parameters =
        [FunctionParameter.Text("from"), FunctionParameter.Text("grouping separator"), FunctionParameter.Text("decimal separator")];

    public override string Name => "number";

    public override ImmutableArray<FunctionSignature> Signatures { get; } =
        [Typing.Signature(Parameters[0]), Typing.Signature(Parameters)];

    public override string Summary =>
        "The number that a text says, such as 1234.5, or 1,234.5 with its separators (null for none); not known where it says none.";

    // FEEL asks for null where there is no separator.
    public override bool TakesUnknown => true;

    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = Typing.CountProblem(arguments.Length, Signatures);
        for (var i = 0; problem is null && i < arguments.Length; i++)
        {
            problem = Typing.Problem(Parameters[i], arguments[i]);
        }

        return problem is null ? FactType.LiteralNumber : null;
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsUnknown)
        {
            return Value.Unknown;
        }

        var text = arguments[0].Text;
        if (arguments.Length == 1)
        {
            return Read(text);
        }

        var grouping = arguments[1].IsKnown ? arguments[1].Text : "";
        var point = arguments[2].IsKnown ? arguments[2].Text : grouping == "." ? "" : ".";
        return grouping is "" or " " or "," or "." && point is "" or "," or "." && grouping != point
            ? Read(Plain(text, grouping, point))
            : Value.Unknown;
    }

    private static Value Read(string text) => PlainNumber.TryParse(text, out var number) ? Value.Of(number) : Value.Unknown;

    // The text without separators of groups, which stand between digits before the decimal separator, and with a point for that.
    private static string Plain(string text, string grouping, string point)
    {
        Span<char> plain = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        var whole = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isGrouping = whole && grouping.StartsWith(c);
            if (isGrouping && i > 0 && char.IsAsciiDigit(text[i - 1]) && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]))
            {
                continue;
            }

            if (whole && point.StartsWith(c))
            {
                whole = false;
                plain[length++] = '.';
                continue;
            }

            if (c == '.')
            {
                return "";
            }

            plain[length++] = c;
        }

        return new string(plain[..length]);
    }
}
