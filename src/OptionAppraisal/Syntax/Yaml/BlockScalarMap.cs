namespace OptionAppraisal.Syntax.Yaml;

/// <summary>The map of a block of text (`|` or `>`): its indentation is found by comparing a line with what was read of it.</summary>
internal static class BlockScalarMap
{
    public static int FillLiteral(string source, int start, string text, int[] offsets)
    {
        var at = AfterLine(source, start);
        var indent = -1;
        var end = EndOfLine(source, start);
        for (var i = 0; i < text.Length;)
        {
            var lineEnd = EndOfLine(source, at);
            var feed = text.IndexOf('\n', i);
            var length = (feed < 0 ? text.Length : feed) - i;
            if (length > 0)
            {
                indent = indent < 0 ? lineEnd - at - length : indent;
                if (indent < 0 || at + indent + length != lineEnd || string.CompareOrdinal(source, at + indent, text, i, length) != 0)
                {
                    return -1;
                }

                for (var k = 0; k < length; k++)
                {
                    offsets[i + k] = at + indent + k;
                }

                end = lineEnd;
            }

            i += length;
            if (feed >= 0)
            {
                offsets[i++] = lineEnd;
            }

            at = AfterLine(source, at);
        }

        offsets[text.Length] = text.EndsWith('\n') ? Math.Max(end, offsets[text.Length - 1]) : end;
        return end;
    }

    public static int FillFolded(string source, int start, string text, int[] offsets)
    {
        var end = EndOfLine(source, start);
        var at = AfterLine(source, start);
        var indent = -1;
        for (var i = 0; i < text.Length;)
        {
            // At the start of a line of the source.
            var lineEnd = EndOfLine(source, at);
            var blank = IsBlank(source, at, lineEnd);
            if (indent < 0 && !blank)
            {
                indent = LeadingSpaces(source, at) - LeadingSpacesAfterFeeds(text, i);
            }

            if (at >= source.Length)
            {
                return AllFeeds(text, i) ? FillRest(text, i, source.Length, offsets, end) : -1;
            }

            if (indent < 0 || lineEnd - at <= indent)
            {
                if (text[i] == '\n')
                {
                    offsets[i++] = lineEnd;
                }

                at = AfterLine(source, at);
                continue;
            }

            var length = lineEnd - at - indent;
            while (length > 0 && (i + length > text.Length || string.CompareOrdinal(source, at + indent, text, i, length) != 0))
            {
                // Blanks at the end of a line may be lost in the fold.
                length = source[at + indent + length - 1] is ' ' or '\t' ? length - 1 : 0;
            }

            if (length == 0)
            {
                return -1;
            }

            for (var k = 0; k < length; k++)
            {
                offsets[i++] = at + indent + k;
            }

            end = at + indent + length;
            if (i < text.Length && text[i] is ' ' or '\n')
            {
                i = PassFold(source, lineEnd, text, i, offsets);
            }

            at = AfterLine(source, at);
        }

        offsets[text.Length] = end;
        return end;
    }

    // The line end after a line: a space when it folds, a line feed when it is kept, nothing when blank lines follow it.
    private static int PassFold(string source, int lineEnd, string text, int i, int[] offsets)
    {
        if (text[i] == ' ')
        {
            offsets[i] = lineEnd;
            return i + 1;
        }

        var feeds = 0;
        while (i + feeds < text.Length && text[i + feeds] == '\n')
        {
            feeds++;
        }

        var ends = 1;
        var next = AfterLine(source, lineEnd);
        while (next < source.Length && IsBlank(source, next, EndOfLine(source, next)))
        {
            ends++;
            next = AfterLine(source, next);
        }

        if (feeds >= ends || next >= source.Length || i + feeds == text.Length)
        {
            offsets[i++] = lineEnd;
        }

        return i;
    }

    private static bool AllFeeds(string text, int from) => text.AsSpan(from).IndexOfAnyExcept('\n') < 0;

    private static int FillRest(string text, int from, int at, int[] offsets, int end)
    {
        offsets.AsSpan(from, text.Length - from + 1).Fill(at);
        return end;
    }

    private static int LeadingSpaces(string source, int at)
    {
        var count = 0;
        while (at + count < source.Length && source[at + count] == ' ')
        {
            count++;
        }

        return count;
    }

    private static int LeadingSpacesAfterFeeds(string text, int at)
    {
        while (at < text.Length && text[at] == '\n')
        {
            at++;
        }

        return LeadingSpaces(text, at);
    }

    private static bool IsBlank(string source, int start, int end) => source.AsSpan(start, end - start).Trim(" \t").IsEmpty;

    private static int EndOfLine(string source, int at)
    {
        var end = source.AsSpan(Math.Min(at, source.Length)).IndexOfAny('\n', '\r');
        return end < 0 ? source.Length : at + end;
    }

    private static int AfterLine(string source, int at)
    {
        var end = EndOfLine(source, at);
        return ScalarMap.IsLineEnd(source, end, out var length) ? end + length : source.Length;
    }
}
