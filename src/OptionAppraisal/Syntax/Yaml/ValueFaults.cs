using System.Buffers;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Guesses that a value broke the YAML because it has no quotes, or quotes in the wrong places.</summary>
internal static class ValueFaults
{
    private const int MostStarts = 12;

    private static readonly SearchValues<char> SignsOfYaml = SearchValues.Create("[]{},#");

    /// <summary>The guesses, ranges and comparisons first: their signs leave the least doubt.</summary>
    public static IEnumerable<YamlGuess> Candidates(SourceText source, int at, IReadOnlyList<int> lines, IReadOnlyList<int> openBrackets)
    {
        var all = All(source, at, lines, openBrackets).ToList();
        return all.Where(IsOfExpression).Concat(Brackets(source, at, openBrackets)).Concat(all.Where(g => !IsOfExpression(g)));
    }

    private static bool IsOfExpression(YamlGuess guess) => guess.Code == DocumentCodes.RangeBreaksYaml || guess.Code == DocumentCodes.ComparisonBreaksYaml;

    // A bracket that closes another one than the last opened, or none.
    private static IEnumerable<YamlGuess> Brackets(SourceText source, int at, IReadOnlyList<int> openBrackets)
    {
        if (at >= source.Text.Length || source.Text[at] is not (']' or '}'))
        {
            yield break;
        }

        var closing = source.Text[at];
        if (openBrackets.Count > 0 && source.Text[openBrackets[0]] is var open && (open == '[') != (closing == ']'))
        {
            var before = at;
            while (before > 0 && source.Text[before - 1] == ' ')
            {
                before--;
            }

            yield return new(
                DocumentCodes.BracketsDoNotMatch,
                source.Span(openBrackets[0], 1),
                $"the `{open}` opened here is not closed before the `{closing}`",
                new(before, before, open == '[' ? "]" : " }"),
                "close it: ");
        }

        yield return new(DocumentCodes.BracketsDoNotMatch, source.Span(at, 1), $"the `{closing}` here closes nothing", new(at, at + 1, ""), "delete it: ");
    }

    private static IEnumerable<YamlGuess> All(SourceText source, int at, IReadOnlyList<int> lines, IReadOnlyList<int> openBrackets)
    {
        if (openBrackets.Count > 0 && Guess(source, openBrackets[0], EndOfLine(source.Text, openBrackets[0])) is { } unclosed && unclosed.Code == DocumentCodes.BracketsDoNotMatch)
        {
            yield return unclosed;
        }

        foreach (var line in lines)
        {
            foreach (var start in Starts(source, line, at))
            {
                var flow = FlowText.EndOfValue(source.Text, start);
                if (Guess(source, start, flow) is { } guess)
                {
                    yield return guess;
                }

                var end = EndOfLine(source.Text, start);
                if (end != flow && !InBrackets(source.Text, source.LineStart(line), start) && Guess(source, start, end) is { } longer)
                {
                    yield return longer;
                }
            }
        }
    }

    // The places on a line where a value may start, the nearest to the fault first.
    private static List<int> Starts(SourceText source, int line, int at)
    {
        var text = source.Text;
        var first = source.LineStart(line);
        var end = EndOfLine(text, first);
        var starts = new List<int>();
        for (var i = first; i < end; i++)
        {
            var opens = i > first && text[i] is not (' ' or '\t') && text[i - 1] is ' ' or '\t' or '[' or '{';
            if (opens && Preceding(text, first, i) is ':' or '-' or '[' or '{' or ',')
            {
                starts.Add(i);
            }
        }

        return [.. starts.OrderBy(s => s <= at ? at - s : s).Take(MostStarts)];
    }

    private static bool InBrackets(string text, int first, int at)
    {
        var before = text.AsSpan(first, at - first);
        return before.Count('{') > before.Count('}') || before.Count('[') > before.Count(']');
    }

    private static char Preceding(string text, int first, int at)
    {
        at--;
        while (at > first && text[at] is ' ' or '\t')
        {
            at--;
        }

        return text[at];
    }

    private static YamlGuess? Guess(SourceText source, int start, int end)
    {
        var value = source.Text.AsSpan(start, Math.Max(0, end - start));
        if (value.IsEmpty)
        {
            return null;
        }

        var span = source.Span(start, end - start);
        var quoted = Repair.Quote(source, start, end);
        var whole = span.Text;
        return value[0] switch
        {
            '[' or '(' or ']' when value.Contains("..", StringComparison.Ordinal) =>
                new(DocumentCodes.RangeBreaksYaml, span, $"the range `{whole}` needs quotes", quoted),
            '>' or '<' or '=' or '!' or '|' =>
                new(DocumentCodes.ComparisonBreaksYaml, span, $"a value that starts with `{value[0]}` needs quotes", quoted),
            '"' or '\'' => OfQuotes(source, start, end),
            '-' when value.Length > 2 && value[1] == ' ' && char.IsAsciiDigit(value[2]) =>
                new(DocumentCodes.CharacterCannotStart, span, "a minus and a space start an item of a list", new(start, start + 2, "-"), "write the number without the space: "),
            '[' or '{' => OfBrackets(source, start, end),
            '@' or '%' or '`' or ',' or '&' or '*' or '-' or '?' or ']' or '}' =>
                new(DocumentCodes.CharacterCannotStart, span, $"a value cannot start with `{value[0]}` without quotes", quoted),
            _ when MissingComma(source, start, end) is > 0 and var key =>
                new(DocumentCodes.ColonBreaksYaml, span, "a comma is missing between a value and the key after it", new(key, key, ","), "put it in: "),
            _ when (value.Contains(": ", StringComparison.Ordinal) || value[^1] == ':') && IsBalanced(value) =>
                new(DocumentCodes.ColonBreaksYaml, span, "a colon and a space inside a value make a second key of it", quoted),
            _ when value.IndexOfAny(SignsOfYaml) >= 0 && IsBalanced(value) =>
                new(DocumentCodes.ValueBreaksYaml, span, $"`{whole}` cannot be read without quotes", quoted),
            _ => null,
        };
    }

    // In braces, a lower-case word or a number and then a key: where the value ends, or 0. Prose starts with a capital.
    private static int MissingComma(SourceText source, int start, int end)
    {
        var text = source.Text;
        var after = end;
        while (after < text.Length && text[after] == ' ')
        {
            after++;
        }

        if (after >= text.Length || text[after] is not ('}' or ','))
        {
            return 0;
        }

        var word = start;
        while (word < end && (char.IsAsciiLetterLower(text[word]) || char.IsAsciiDigit(text[word]) || text[word] is '_' or '.' or '/'))
        {
            word++;
        }

        var key = word;
        while (key < end && text[key] == ' ')
        {
            key++;
        }

        var colon = key;
        while (colon < end && (char.IsAsciiLetterLower(text[colon]) || text[colon] == '_'))
        {
            colon++;
        }

        return word > start && key > word && colon > key && colon < end && text[colon] == ':' ? word : 0;
    }

    private static bool IsBalanced(ReadOnlySpan<char> value) =>
        value.Count('[') == value.Count(']') && value.Count('{') == value.Count('}');

    private static YamlGuess? OfQuotes(SourceText source, int start, int end)
    {
        var quote = source.Text[start];
        var value = source.Text.AsSpan(start + 1, end - start - 1);
        if (value.Count(quote) == 0)
        {
            return new(
                DocumentCodes.QuoteNotClosed,
                source.Span(start, 1),
                "the quote opened here is not closed",
                new(end, end, quote.ToString()),
                "close it: ");
        }

        if (value[^1] == quote)
        {
            var inner = value[..^1].ToString();
            return inner.Contains(quote, StringComparison.Ordinal)
                ? new(
                    DocumentCodes.TextAfterQuote,
                    source.Span(start, end - start),
                    $"a `{quote}` inside the value closes its quotes",
                    new(start, end, Repair.Quoted(inner)),
                    "use the other kind of quotes: ")
                : null;
        }

        var close = start + 1 + value.IndexOf(quote);
        return new(
            DocumentCodes.TextAfterQuote,
            source.Span(close + 1, end - close - 1),
            "something follows the closing quote of a value",
            Repair.Quote(source, start, end),
            "put the whole value in quotes: ");
    }

    // A list or map that is closed is quoted when something follows it; one that is not closed is closed.
    private static YamlGuess? OfBrackets(SourceText source, int start, int end)
    {
        var value = source.Text.AsSpan(start, end - start);
        var (open, close) = value[0] == '[' ? ('[', ']') : ('{', '}');
        var excess = value.Count(open) - value.Count(close);
        if (excess > 0)
        {
            return new(
                DocumentCodes.BracketsDoNotMatch,
                source.Span(start, 1),
                $"the `{open}` opened here is not closed",
                new(end, end, new string(close, excess)),
                "close it: ");
        }

        return excess < 0 || value[^1] == close
            ? null
            : new(DocumentCodes.ValueBreaksYaml, source.Span(start, end - start), $"a value that starts with `{open}` and goes on after `{close}` needs quotes", Repair.Quote(source, start, end));
    }

    private static int EndOfLine(string text, int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        var end = length < 0 ? text.Length : at + length;
        while (end > at && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        return end;
    }
}
