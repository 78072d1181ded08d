using System.Text;
using OptionAppraisal.Reporting.Text;

namespace OptionAppraisal.Reporting.Markdown;

/// <summary>Text of documents made safe for Markdown: it shows as it was written, whatever signs it holds.</summary>
internal static class MarkdownText
{
    /// <summary>A text inside a line: no HTML, no link, no emphasis, no break of a table; not even a bare address becomes a link.</summary>
    public static string Escape(string text)
    {
        var clean = Phrase.Clean(text);
        var safe = new StringBuilder(clean.Length + 8);
        for (var i = 0; i < clean.Length; i++)
        {
            switch (clean[i])
            {
                case '<':
                    safe.Append("&lt;");
                    break;
                case '>':
                    safe.Append("&gt;");
                    break;
                case '&':
                    safe.Append("&amp;");
                    break;
                case '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '$' or '{' or '}' or '^':
                    safe.Append('\\').Append(clean[i]);
                    break;
                case ':' when Follows(clean, i + 1, "//"):
                case '.' when Precedes(clean, i, "www"):
                    safe.Append('\\').Append(clean[i]);
                    break;
                case '@':
                    // An address of mail would become a link.
                    safe.Append("@\u2060");
                    break;
                default:
                    safe.Append(clean[i]);
                    break;
            }
        }

        return Squeeze(safe.ToString());
    }

    /// <summary>A text that starts a block: it is no heading, list or rule either.</summary>
    public static string EscapeStart(string text)
    {
        var safe = Escape(text);
        if (safe.Length == 0)
        {
            return safe;
        }

        if (safe[0] is '#' or '-' or '+' or '=' or ':')
        {
            return "\\" + safe;
        }

        var digits = 0;
        while (digits < safe.Length && char.IsAsciiDigit(safe[digits]))
        {
            digits++;
        }

        return digits > 0 && digits < safe.Length && safe[digits] is '.' or ')' && digits < safe.Length && (digits + 1 == safe.Length || safe[digits + 1] == ' ')
            ? safe[..digits] + "\\" + safe[digits..]
            : safe;
    }

    /// <summary>An id, path or hash as code where it holds nothing but plain signs; otherwise escaped.</summary>
    public static string Code(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or ':' or '-') ? $"`{text}`" : Escape(text);

    /// <summary>A link where the address is one of the web; otherwise the words alone.</summary>
    public static string Link(string words, string? url) => Address(url) is { } address ? $"[{Escape(words)}](<{address}>)" : Escape(words);

    private static string? Address(string? url)
    {
        if (url is null || !Uri.TryCreate(url, UriKind.Absolute, out var address) || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            return null;
        }

        var safe = new StringBuilder();
        foreach (var c in address.AbsoluteUri)
        {
            if (c is '<' or '>' or '|' or '\\' or '`' or '"' or '[' or ']' or '(' or ')' or '*' or '\'' || c <= ' ' || c > '~')
            {
                safe.Append(Uri.HexEscape(c <= 255 ? c : '?'));
            }
            else
            {
                safe.Append(c);
            }
        }

        return safe.ToString();
    }

    private static bool Follows(string text, int start, string what) => string.CompareOrdinal(text, start, what, 0, what.Length) == 0;

    private static bool Precedes(string text, int end, string what) =>
        end >= what.Length && text.AsSpan(end - what.Length, what.Length).Equals(what, StringComparison.OrdinalIgnoreCase);

    private static string Squeeze(string text) => string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
