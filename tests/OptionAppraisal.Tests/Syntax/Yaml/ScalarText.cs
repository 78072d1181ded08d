using System.Text;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Tests.Syntax.Yaml;

/// <summary>Scalars as a random author writes them: each style with its folds, escapes, blank and indented lines.</summary>
/// <remarks>Letters come in a long fixed order, so that a map that is off by some characters shows.</remarks>
internal sealed class ScalarText(Random random, string lineEnd)
{
    private static readonly string[] Letters =
    [
        .. Enumerable.Range('a', 26).Select(c => ((char)c).ToString()),
        .. Enumerable.Range(0x430, 32).Select(c => ((char)c).ToString()),
        .. Enumerable.Range(0x1F600, 12).Select(char.ConvertFromUtf32),
        .. Enumerable.Range('A', 26).Select(c => ((char)c).ToString()),
    ];

    private int _next;

    public string Write(ScalarStyle style, int indent) => style switch
    {
        ScalarStyle.Plain => Folding(indent, ""),
        ScalarStyle.SingleQuoted => $"'{Folding(indent, "'")}'",
        ScalarStyle.DoubleQuoted => $"\"{Folding(indent, "\"")}\"",
        ScalarStyle.Literal => Block('|', indent),
        _ => Block('>', indent),
    };

    private string Word()
    {
        var word = new StringBuilder();
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            word.Append(Letters[_next++ % Letters.Length]);
        }

        return word.ToString();
    }

    private string Folding(int indent, string quote)
    {
        var text = new StringBuilder(quote.Length > 0 && random.Next(6) == 0 ? " " : "").Append(Word());
        for (var i = random.Next(8); i > 0; i--)
        {
            text.Append(random.Next(quote == "\"" ? 8 : quote == "'" ? 6 : 5) switch
            {
                0 => lineEnd + Indent(indent),
                1 => "  " + lineEnd + lineEnd + Indent(indent + 1),
                2 => lineEnd + "   " + lineEnd + lineEnd + Indent(indent),
                5 => "''",
                6 => Escape(indent),
                7 => Escape(indent) + Escape(indent),
                _ => " ",
            });
            text.Append(Word());
        }

        if (quote.Length > 0 && random.Next(6) == 0)
        {
            text.Append(random.Next(2) == 0 ? "  " : lineEnd + Indent(indent));
        }

        return text.ToString();
    }

    private string Escape(int indent) => random.Next(8) switch
    {
        0 => "\\n",
        1 => "\\\"",
        2 => "\\u00e9",
        3 => "\\U0001F600",
        4 => "\\x41",
        5 => "\\\\",
        6 => "\\" + lineEnd + Indent(indent),
        _ => "\\t",
    };

    private string Block(char head, int indent)
    {
        var chomp = random.Next(3) switch { 0 => "-", 1 => "+", _ => "" };
        var deeper = random.Next(1, 4);
        var explicitly = random.Next(3) == 0;
        var text = new StringBuilder().Append(head).Append(explicitly ? deeper.ToString(System.Globalization.CultureInfo.InvariantCulture) : "").Append(chomp);
        text.Append(random.Next(4) == 0 ? " # a comment" : "").Append(lineEnd);
        var count = random.Next(1, 7);
        for (var i = 0; i < count; i++)
        {
            var kind = random.Next(8);
            if (kind == 0 && i > 0)
            {
                text.Append(lineEnd);
                continue;
            }

            text.Append(Indent(indent - 2 + deeper));
            text.Append(kind == 1 && (i > 0 || explicitly) ? "  " : "");
            text.Append(Word()).Append(' ').Append(Word()).Append(kind == 2 ? "  " : "").Append(lineEnd);
        }

        return text.ToString().TrimEnd('\r', '\n');
    }

    private static string Indent(int count) => new(' ', count);
}
