using System.Runtime.InteropServices;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>The place in the file of each character of a scalar, found by walking its text and the source side by side.</summary>
/// <remarks>
/// YAML's reader gives the text alone; what it dropped on the way (indentation, folded line ends, escapes) is seen here
/// because the next character of the text does not stand there. A text that does not fit the source has no map.
/// </remarks>
internal static class ScalarMap
{
    /// <summary>The offsets of each UTF-16 unit and of the end, and the end of the scalar as written; no offsets where text and source disagree.</summary>
    public static (ImmutableArray<int> Offsets, int End) Of(string source, int start, string text, ScalarStyle style)
    {
        var offsets = new int[text.Length + 1];
        var end = style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => QuotedScalarMap.Fill(source, start, text, style, offsets),
            ScalarStyle.Literal => BlockScalarMap.FillLiteral(source, start, text, offsets),
            ScalarStyle.Folded => BlockScalarMap.FillFolded(source, start, text, offsets),
            _ => FillPlain(source, start, text, offsets),
        };
        return end < 0 ? ([], start) : (ImmutableCollectionsMarshal.AsImmutableArray(offsets), end);
    }

    /// <summary>A stretch of one line as the plain text that it was meant to be; null where it spans lines.</summary>
    public static ScalarNode? AsWritten(SourceText source, int start, int end)
    {
        var span = source.Span(start, end - start);
        return span.Text.AsSpan().IndexOfAny('\n', '\r') >= 0
            ? null
            : new ScalarNode(span.Text, ScalarStyle.Plain, [.. Enumerable.Range(start, span.Length + 1)], span);
    }

    private static int FillPlain(string source, int start, string text, int[] offsets)
    {
        var at = start;
        for (var i = 0; i < text.Length;)
        {
            if (at < source.Length && source[at] == text[i] && !StartsFold(source, at))
            {
                offsets[i++] = at++;
            }
            else if (!Fold(source, ref at, text, ref i, offsets))
            {
                return -1;
            }
        }

        offsets[text.Length] = at;
        return at;
    }

    /// <summary>Whether nothing but blanks stands between a place and the end of its line.</summary>
    public static bool StartsFold(string source, int at)
    {
        while (at < source.Length && source[at] is ' ' or '\t')
        {
            at++;
        }

        return at < source.Length && source[at] is '\n' or '\r';
    }

    /// <summary>Passes one folded line end: a space of the text for one, line feeds for each further.</summary>
    public static bool Fold(string source, ref int at, string text, ref int i, int[] offsets)
    {
        if (!StartsFold(source, at))
        {
            return false;
        }

        var first = -1;
        while (at < source.Length && source[at] is ' ' or '\t' or '\n' or '\r')
        {
            if (IsLineEnd(source, at, out var length))
            {
                if (first < 0)
                {
                    first = at;
                }
                else if (i < text.Length && text[i] == '\n')
                {
                    offsets[i++] = at;
                }

                at += length;
            }
            else
            {
                at++;
            }
        }

        // One line end alone is a space; nothing was written where the fold is at the end of a quoted text.
        if (i < text.Length && text[i] == ' ' && (i == 0 || offsets[i - 1] < first))
        {
            offsets[i++] = first;
        }

        return true;
    }

    public static bool IsLineEnd(string source, int at, out int length)
    {
        length = 0;
        if (at < source.Length)
        {
            length = source[at] == '\n' ? 1 : source[at] != '\r' ? 0 : at + 1 < source.Length && source[at + 1] == '\n' ? 2 : 1;
        }

        return length > 0;
    }
}
