namespace OptionAppraisal.Reporting.Markdown;

/// <summary>Counts words and cuts long texts at a word.</summary>
internal static class Words
{
    private const int LongestWord = 60;

    /// <summary>The number of words: what stands between spaces and holds a letter or a digit.</summary>
    public static int Count(string text) => text.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    /// <summary>A title as a brief can afford it.</summary>
    public static string Short(string title, int most = 11) => Shorten(title, most);

    /// <summary>At most so many words, an ellipsis for the rest.</summary>
    public static string Shorten(string text, int most)
    {
        var words = text.Split([' ', '\n', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var shown = words.Take(most).Select(w => w.Length > LongestWord ? w[..(char.IsHighSurrogate(w[LongestWord - 1]) ? LongestWord - 1 : LongestWord)] + "…" : w);
        return string.Join(' ', shown) + (words.Length > most ? " …" : "");
    }
}
