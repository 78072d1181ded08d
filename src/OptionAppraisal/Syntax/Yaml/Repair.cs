using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>A change of one stretch of a document, shown to the author as the line it would make.</summary>
internal readonly record struct Repair(int Start, int End, string Replacement)
{
    private const int LongestShown = 120;

    public static Repair Quote(SourceText source, int start, int end) =>
        new(start, end, Quoted(source.Text[start..end]));

    /// <summary>A text in YAML quotes: double ones, or single ones where it holds double quotes or backslashes.</summary>
    public static string Quoted(string text) =>
        text.AsSpan().IndexOfAny('"', '\\') < 0 ? $"\"{text}\"" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public string Apply(string text) => string.Concat(text.AsSpan(0, Start), Replacement, text.AsSpan(End));

    /// <summary>The line after the change, without its indentation; a long line is cut down to the change and its key.</summary>
    public string Line(SourceText source)
    {
        var text = source.Text;
        var from = Start;
        while (from > 0 && text[from - 1] is not ('\n' or '\r'))
        {
            from--;
        }

        var to = End;
        while (to < text.Length && text[to] is not ('\n' or '\r'))
        {
            to++;
        }

        var line = string.Concat(text.AsSpan(from, Start - from), Replacement, text.AsSpan(End, to - End)).Trim();
        if (line.Length <= LongestShown)
        {
            return line;
        }

        var key = Start;
        while (key > from && text[key - 1] is not (',' or '{' or '['))
        {
            key--;
        }

        return Short(string.Concat(text.AsSpan(key, Start - key).TrimStart(), Replacement));
    }

    private static string Short(string text) =>
        text.Length <= 2 * LongestShown ? text : string.Concat(text.AsSpan(0, LongestShown), " ... ", text.AsSpan(text.Length - (LongestShown / 4)));
}
