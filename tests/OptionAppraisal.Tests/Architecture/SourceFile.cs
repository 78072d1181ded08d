using System.Text;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>A C# file as words: comments and literals are blanked, so that what remains is code.</summary>
internal static class SourceFile
{
    public static string CodeOf(string path) => WithoutCommentsAndLiterals(File.ReadAllText(path));

    public static string WithoutCommentsAndLiterals(string text)
    {
        var code = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Starts(text, i, "//"))
            {
                i = SkipTo(text, i, "\n") - 1;
            }
            else if (Starts(text, i, "/*"))
            {
                i = SkipTo(text, i + 2, "*/") + 1;
            }
            else if (Starts(text, i, "\"\"\""))
            {
                i = SkipTo(text, i + 3, "\"\"\"") + 2;
            }
            else if (Starts(text, i, "@\""))
            {
                i = SkipTo(text, i + 2, "\"");
            }
            else if (text[i] == '"')
            {
                i = SkipQuoted(text, i, '"');
            }
            else if (text[i] == '\'')
            {
                i = SkipQuoted(text, i, '\'');
            }
            else
            {
                code.Append(text[i]);
            }
        }

        return code.ToString();
    }

    private static bool Starts(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private static int SkipTo(string text, int from, string what)
    {
        var at = text.IndexOf(what, Math.Min(from, text.Length), StringComparison.Ordinal);
        return at < 0 ? text.Length : at;
    }

    private static int SkipQuoted(string text, int at, char quote)
    {
        for (var i = at + 1; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                return i;
            }
        }

        return at;
    }
}
