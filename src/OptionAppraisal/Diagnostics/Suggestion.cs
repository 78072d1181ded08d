namespace OptionAppraisal.Diagnostics;

/// <summary>The nearest known word to a word that is not known.</summary>
public static class Suggestion
{
    private const int MostLookedAt = 250;

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

        Span<int> rows = stackalloc int[3 * (word.Length + bestDistance + 1)];
        var looked = 0;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) >= bestDistance)
            {
                continue;
            }

            // A document of thousands of names and thousands of slips must not cost minutes.
            if (bestDistance == 1 || ++looked > MostLookedAt)
            {
                break;
            }

            var distance = Distance(word, candidate, bestDistance, rows);
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
        if (Nearest(word, candidates) is { } near)
        {
            return $"did you mean `{near}`?";
        }

        var all = candidates.Distinct(StringComparer.Ordinal).ToList();
        return all.Count switch
        {
            0 => $"there are no {kind} here",
            <= 12 => $"the {kind} here are {string.Join(", ", all.Select(c => $"`{c}`"))}",
            _ => $"the {kind} here are {string.Join(", ", all.Take(12).Select(c => $"`{c}`"))} and {(all.Count - 12).ToString(CultureInfo.InvariantCulture)} more",
        };
    }

    /// <summary>Whether a problem is surely a slip of the pen: the word that it names and the one that its help suggests differ in a letter or two.</summary>
    internal static bool IsSlip(Diagnostic problem)
    {
        if (problem.Help?.StartsWith("did you mean", StringComparison.Ordinal) != true)
        {
            return false;
        }

        var (word, suggested) = (Quoted(problem.Message), Quoted(problem.Help));
        return word.Length <= 60 && suggested.Length <= 60 && Distance(word, suggested, 3, new int[3 * (suggested.Length + 1)]) <= 2;
    }

    private static string Quoted(string text) => text.Split('`') is [_, var first, ..] ? first : "";

    // Optimal string alignment: a swap of two neighbours is one slip. Distances of `limit` and more are not told apart.
    private static int Distance(string a, string b, int limit, Span<int> rows)
    {
        var width = b.Length + 1;
        var older = rows[..width];
        var previous = rows.Slice(width, width);
        var current = rows.Slice(2 * width, width);
        for (var j = 0; j <= b.Length; j++)
        {
            previous[j] = j;
        }

        var leastBefore = 0;
        for (var i = 1; i <= a.Length; i++)
        {
            var least = current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                var distance = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance = Math.Min(distance, older[j - 2] + 1);
                }

                current[j] = distance;
                least = Math.Min(least, distance);
            }

            // A row rests on the two before it and never gets smaller.
            if (least >= limit && leastBefore >= limit)
            {
                return limit;
            }

            leastBefore = least;
            var row = older;
            older = previous;
            previous = current;
            current = row;
        }

        return previous[b.Length];
    }
}
