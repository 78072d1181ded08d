namespace OptionAppraisal.Syntax.Expressions;

/// <summary>The names that are more than one plain word, such as `round up`; the longest that stands at a place is meant.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, Candidate[]> _byFirstWord;
    private readonly HashSet<string> _words;

    public NameTable(IEnumerable<string> functionNames, IEnumerable<string> extraNames)
    {
        var extras = extraNames.ToList();
        _words = new HashSet<string>(extras, StringComparer.Ordinal);
        _byFirstWord = functionNames.Select(n => new Candidate(n, IsFunction: true))
            .Concat(extras.Select(n => new Candidate(n, IsFunction: false)))
            .Where(n => n.Name.Length > 0 && WordLength(n.Name, 0, n.Name.Length) is > 0 and var first && first < n.Name.Length)
            .Distinct()
            .GroupBy(n => n.Name[..WordLength(n.Name, 0, n.Name.Length)], StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.OrderByDescending(n => n.Name.Length).ThenBy(n => n.Name, StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
    }

    public bool Knows(string word) => _words.Contains(word);

    /// <summary>The longest name of several words at a place, where its first word ends at <paramref name="wordEnd"/>.</summary>
    public (string Name, int Length)? Longest(string text, int start, int wordEnd, int end)
    {
        if (!_byFirstWord.TryGetValue(text[start..wordEnd], out var candidates))
        {
            return null;
        }

        foreach (var (name, isFunction) in candidates)
        {
            var at = Match(text, start, end, name);
            if (at > 0 && (!isFunction || OpensArguments(text, at, end)))
            {
                return (name, at - start);
            }
        }

        return null;
    }

    public static int WordLength(string text, int start, int end)
    {
        if (start >= end || !(char.IsLetter(text[start]) || text[start] == '_'))
        {
            return 0;
        }

        var at = start + 1;
        while (at < end && IsPart(text[at]))
        {
            at++;
        }

        return at - start;
    }

    public static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static int Match(string text, int start, int end, string name)
    {
        var at = start;
        foreach (var c in name)
        {
            if (c == ' ')
            {
                var blanks = at;
                while (at < end && char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                if (at == blanks)
                {
                    return -1;
                }
            }
            else if (at < end && text[at] == c)
            {
                at++;
            }
            else
            {
                return -1;
            }
        }

        return at < end && IsPart(name[^1]) && IsPart(text[at]) ? -1 : at;
    }

    private static bool OpensArguments(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at < end && text[at] == '(';
    }

    private sealed record Candidate(string Name, bool IsFunction);
}
