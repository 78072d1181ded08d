namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Where a value was meant to end, read from the text as a person reads it.</summary>
internal static class FlowText
{
    /// <summary>The end of a value on its line: before the comma or bracket that closes it, or before a comment.</summary>
    /// <remarks>In a map a comma ends it only where a key and a colon follow; brackets opened inside are passed over.</remarks>
    public static int EndOfValue(string text, int start, bool inList = false)
    {
        var depth = 0;
        var at = start;
        for (; at < text.Length && text[at] is not ('\n' or '\r'); at++)
        {
            var c = text[at];
            if (c is '(' or '[' or '{')
            {
                depth++;
            }
            else if (c is ')' or ']' or '}')
            {
                // A range may close with the other kind of bracket; a brace closes the map around.
                if (depth == 0 && (c == '}' || (c == ']' && !HoldsRange(text, start, at))))
                {
                    break;
                }

                depth = Math.Max(0, depth - 1);
            }
            else if ((c == ',' && depth == 0 && (inList || KeyFollows(text, at + 1))) || (c == '#' && at > start && text[at - 1] == ' '))
            {
                break;
            }
        }

        while (at > start && text[at - 1] is ' ' or '\t')
        {
            at--;
        }

        return at;
    }

    /// <summary>Whether a key and its colon stand at a place.</summary>
    public static bool KeyFollows(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        return at > start && at + 1 < text.Length && text[at] == ':' && text[at + 1] is ' ' or '\n' or '\r';
    }

    private static bool HoldsRange(string text, int start, int end) =>
        text[start] is '(' or ']' && text.AsSpan(start, end - start).Contains("..", StringComparison.Ordinal);
}
