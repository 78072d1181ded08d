namespace OptionAppraisal.Syntax.Yaml;

/// <summary>The map of a scalar in single or double quotes; an escape stands for the character that it makes.</summary>
internal static class QuotedScalarMap
{
    public static int Fill(string source, int start, string text, ScalarStyle style, int[] offsets)
    {
        var quote = style == ScalarStyle.SingleQuoted ? '\'' : '"';
        if (start >= source.Length || source[start] != quote)
        {
            return -1;
        }

        var at = start + 1;
        for (var i = 0; i < text.Length;)
        {
            if (at >= source.Length)
            {
                return -1;
            }

            if (quote == '"' && source[at] == '\\')
            {
                PassEscape(source, ref at, text, ref i, offsets);
            }
            else if (quote == '\'' && source[at] == '\'')
            {
                if (text[i] != '\'')
                {
                    return -1;
                }

                offsets[i++] = at;
                at += 2;
            }
            else if (source[at] == text[i] && !ScalarMap.StartsFold(source, at))
            {
                offsets[i++] = at++;
            }
            else if (!ScalarMap.Fold(source, ref at, text, ref i, offsets))
            {
                return -1;
            }
        }

        PassInvisibleEnd(source, ref at, quote);
        if (at >= source.Length || source[at] != quote)
        {
            return -1;
        }

        offsets[text.Length] = at;
        return at + 1;
    }

    private static void PassEscape(string source, ref int at, string text, ref int i, int[] offsets)
    {
        if (ScalarMap.IsLineEnd(source, at + 1, out var length))
        {
            // An escaped line end leaves nothing; the blank lines that follow it leave line feeds.
            at += 1 + length;
            while (at < source.Length && source[at] is ' ' or '\t' or '\n' or '\r')
            {
                if (!ScalarMap.IsLineEnd(source, at, out length))
                {
                    at++;
                    continue;
                }

                if (i < text.Length && text[i] == '\n')
                {
                    offsets[i++] = at;
                }

                at += length;
            }

            return;
        }

        var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length;
        offsets[i++] = at;
        if (pair)
        {
            offsets[i++] = at;
        }

        at += at + 1 >= source.Length ? 1 : 2 + HexDigits(source[at + 1]);
    }

    private static int HexDigits(char escape) => escape switch
    {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => 0,
    };

    // A line end escaped just before the closing quote leaves no character.
    private static void PassInvisibleEnd(string source, ref int at, char quote)
    {
        while (at < source.Length && source[at] != quote
            && (source[at] is ' ' or '\t' or '\n' or '\r' || (source[at] == '\\' && ScalarMap.IsLineEnd(source, at + 1, out _))))
        {
            at++;
        }
    }
}
