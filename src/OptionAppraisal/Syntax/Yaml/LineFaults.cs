using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Guesses about whole lines: tabs, indentation, colons that lack their space, brackets closed twice.</summary>
internal static class LineFaults
{
    private const int MostIndents = 4;

    /// <summary>The last line before a line that holds something, or the line itself.</summary>
    public static int LineBefore(SourceText source, int line)
    {
        var before = line - 1;
        while (before > 1 && source.LineAt(before).AsSpan().Trim().IsEmpty)
        {
            before--;
        }

        return before < 1 ? line : before;
    }

    /// <summary>The first tab in the indentation of a line, among some lines from a place: nothing else need be looked for.</summary>
    public static Diagnostic? Tab(SourceText source, int at, int lines)
    {
        var first = source.PositionOf(at).Line;
        for (var line = first; line <= Math.Min(first + lines, source.LineCount); line++)
        {
            var text = source.LineAt(line);
            var words = text.AsSpan().TrimStart(" \t");
            var tab = text.IndexOf('\t', StringComparison.Ordinal);
            if (!words.IsEmpty && tab >= 0 && tab < text.Length - words.Length)
            {
                var spaces = text[..^words.Length].Replace("\t", "  ", StringComparison.Ordinal);
                return new(
                    DocumentCodes.TabIndents,
                    source.Span(source.LineStart(line) + tab, 1),
                    "a tab indents this line",
                    $"indent with spaces: `{spaces}{(words.Length > 80 ? words[..80] : words)}`");
            }
        }

        return null;
    }

    public static IEnumerable<YamlGuess> Colons(SourceText source, IReadOnlyList<int> lines)
    {
        foreach (var line in lines)
        {
            if (Colon(source, line) is { } colon)
            {
                yield return colon;
            }
        }
    }

    public static Diagnostic Unexplained(SourceText source, int at, IReadOnlyList<int> openBrackets)
    {
        if (at < source.Text.Length && source.Text[at] is '"' && UnknownEscape(source.Text, at) is var escape and >= 0)
        {
            return new(
                DocumentCodes.EscapeNotKnown,
                source.Span(escape, 2),
                $"`{source.Text.Substring(escape, 2)}` is not an escape",
                "write `\\\\` for a backslash, or put the value in single quotes");
        }

        if (at < source.Text.Length && source.Text[at] is '"' or '\'')
        {
            return new(DocumentCodes.QuoteNotClosed, source.Span(at, 1), "the quote opened here is not closed", $"write `{source.Text[at]}` where the text ends");
        }

        if (openBrackets.Count > 0)
        {
            var open = source.Text[openBrackets[0]];
            return new(
                DocumentCodes.BracketsDoNotMatch,
                source.Span(openBrackets[0], 1),
                $"the `{open}` opened here is not closed before something else begins",
                $"write `{(open == '[' ? ']' : '}')}` where it ends, and put commas between its parts; values with brackets or commas of their own need quotes");
        }

        var line = source.PositionOf(at).Line;
        if (line > 1 && source.LineAt(line - 1).AsSpan().TrimStart().StartsWith('#'))
        {
            return new(
                DocumentCodes.CommentCutsValue,
                source.Span(source.LineStart(line - 1), source.LineAt(line - 1).Length),
                "a comment ends the value that stands above it",
                "delete the comment, or put it above the value");
        }

        return new(
            DocumentCodes.NotReadable,
            source.Span(at, 1),
            "the document cannot be read on from here",
            "write `key: value`, with the keys of one map indented alike, and put values with signs of their own in quotes");
    }

    private static int UnknownEscape(string text, int at)
    {
        for (var i = at + 1; i + 1 < text.Length && text[i] != '"'; i++)
        {
            if (text[i] == '\\')
            {
                if (text[i + 1] is not ('0' or 'a' or 'b' or 't' or '\t' or 'n' or 'v' or 'f' or 'r' or 'e' or ' ' or '"' or '/' or '\\' or 'N' or '_' or 'L' or 'P' or 'x' or 'u' or 'U' or '\n' or '\r'))
                {
                    return i;
                }

                i++;
            }
        }

        return -1;
    }

    // `title:Foo` and `title Foo`: the first word of a line was meant as a key.
    private static YamlGuess? Colon(SourceText source, int line)
    {
        var start = source.LineStart(line);
        var text = source.LineAt(line);
        var at = 0;
        while (at < text.Length && text[at] is ' ' or '-')
        {
            at++;
        }

        var word = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.'))
        {
            at++;
        }

        if (at == word)
        {
            return null;
        }

        var name = text[word..at];
        var span = source.Span(start + word, name.Length);
        if (at == text.Length)
        {
            return new(DocumentCodes.ColonMissing, span, $"`{name}` is no key, for it has no colon", new(start + at, start + at, ":"), "write ");
        }

        return text[at] switch
        {
            ':' when at + 1 < text.Length && text[at + 1] != ' ' =>
                new(DocumentCodes.ColonMissing, span, $"a space is missing after `{name}:`", new(start + at + 1, start + at + 1, " "), "write "),
            ' ' => new(DocumentCodes.ColonMissing, span, $"a colon is missing after the key `{name}`", new(start + at, start + at, ":"), "write "),
            _ => null,
        };
    }

    // A line among the items of a list that lacks the `- ` of the line before it.
    private static YamlGuess? Item(SourceText source, int line)
    {
        var before = line > 1 ? source.LineAt(line - 1) : "";
        var text = source.LineAt(line);
        var mine = text.Length - text.AsSpan().TrimStart(' ').Length;
        var indent = before.Length - before.AsSpan().TrimStart(' ').Length;
        var start = source.LineStart(line);
        return indent == mine && before.AsSpan(indent).StartsWith("- ") && mine < text.Length
            ? new(
                DocumentCodes.LineDoesNotFit,
                source.Span(start + mine, text.Length - mine),
                "this line stands among the items of a list and is none",
                new(start + mine, start + mine, "- "),
                "for an item write ")
            : null;
    }

    public static IEnumerable<YamlGuess> Indents(SourceText source, int line)
    {
        var text = source.LineAt(line);
        if (Item(source, line) is { } item)
        {
            yield return item;
        }

        var mine = text.Length - text.AsSpan().TrimStart(' ').Length;
        var start = source.LineStart(line);
        var tried = new HashSet<int> { mine };
        for (var before = line - 1; before >= 1 && tried.Count <= MostIndents; before--)
        {
            var other = source.LineAt(before);
            var trimmed = other.AsSpan().TrimStart(' ');
            var indent = other.Length - trimmed.Length;
            if (!trimmed.IsEmpty && trimmed[0] != '#' && tried.Add(indent))
            {
                yield return new(
                    DocumentCodes.LineDoesNotFit,
                    source.Span(start + mine, Math.Max(1, text.Length - mine)),
                    string.Create(CultureInfo.InvariantCulture, $"this line is indented by {mine}, which fits no line before it"),
                    new(start, start + mine, new string(' ', indent)),
                    string.Create(CultureInfo.InvariantCulture, $"indent it by {indent}, like line {before}: "));
            }
        }
    }
}
