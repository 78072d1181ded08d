namespace OptionAppraisal.Diagnostics;

/// <summary>The nearest known word to a word that is not known.</summary>
public static class Suggestion
{
    /// <summary>The candidate with the smallest edit distance, if it is near enough to be a slip; ties go to the first candidate.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What could have been meant, in order.</param>
    /// <returns>The candidate, or null when none is near.</returns>
    public static string? Nearest(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        string? best = null;
        var bestDistance = Math.Max(1, Math.Min(word.Length, 60) / 3) + 1;
        if (word.Length > 60)
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance)
            {
                continue;
            }

            var distance = Distance(word, candidate);
            if (distance < bestDistance && distance < candidate.Length)
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    /// <summary>Help that names the nearest candidate, or lists the candidates when none is near.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="candidates">What could have been meant, in order; repeats count once.</param>
    /// <param name="kind">What the candidates are, in the plural, such as <c>keys</c>.</param>
    public static string Help(string word, IEnumerable<string> candidates, string kind)
    {
        var all = candidates.Distinct(StringComparer.Ordinal).ToList();
        if (Nearest(word, all) is { } near)
        {
            return $"did you mean `{near}`?";
        }

        return all.Count switch
        {
            0 => $"there are no {kind} here",
            <= 12 => $"the {kind} here are {string.Join(", ", all.Select(c => $"`{c}`"))}",
            _ => $"the {kind} here are {string.Join(", ", all.Take(12).Select(c => $"`{c}`"))} and {(all.Count - 12).ToString(CultureInfo.InvariantCulture)} more",
        };
    }

    /// <summary>Whether a problem is surely a slip of the pen: the word that it names and the one that its help suggests differ in a letter or two.</summary>
    internal static bool IsSlip(Diagnostic problem) =>
        problem.Help?.StartsWith("did you mean", StringComparison.Ordinal) == true && Distance(Quoted(problem.Message), Quoted(problem.Help)) <= 2;

    private static string Quoted(string text) => text.Split('`') is [_, var first, ..] ? first : "";

    // Optimal string alignment: a swap of two neighbours is one slip.
    private static int Distance(string a, string b)
    {
        var older = new int[b.Length + 1];
        var previous = new int[b.Length + 1];
        var current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    current[j] = Math.Min(current[j], older[j - 2] + 1);
                }
            }

            (older, previous, current) = (previous, current, older);
        }

        return previous[b.Length];
    }
}
