using System.Text;

namespace OptionAppraisal.Tests.Hostile;

/// <summary>Slips in texts: of bytes, of words, and of lines.</summary>
internal static class Mutation
{
    private static readonly string[] Pieces =
    [
        " ", "\n", "\t", ":", ": ", "- ", "#", " #", ",", "[", "]", "{", "}", "(", ")", "\"", "'", "|", ">", ">-", "&a", "*a", "!", "%", "@", "`", "\\", "?", "<<", "---\n", "...\n", "é", "😀", "\r", "..",
        "  ", "0", "a", "null", "true", "-1", "1e9", "99999999999999999999999999999", "79228162514264337593543950335", "0.0000000000000000000000000001", "9999-12-31", "0001-01-01", "~", "\0", "\u202E", "£", "=",
        "**", "not(", "for x in ", "[1]", " / 0", "baseline.", "item.", "this", "otherwise", "weight: ", "scale: [0, 1]", "x: y", "\uFEFF", "\ud800",
    ];

    /// <summary>A text with one to six slips.</summary>
    public static byte[] Of(string text, SeededRandom random)
    {
        for (var i = random.Next(1, random.Chance(80) ? 2 : 6); i > 0; i--)
        {
            text = random.Next(3) switch
            {
                0 => Line(text, random),
                1 => Word(text, random),
                _ => Piece(text, random),
            };
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length > 0 && random.Chance(10))
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }

        return bytes;
    }

    public static string Piece(string text, SeededRandom random)
    {
        if (text.Length == 0)
        {
            return random.Pick(Pieces);
        }

        var at = random.Next(text.Length);
        var length = random.Next(Math.Min(12, text.Length - at) + 1);
        return random.Next(4) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, random.Pick(Pieces)),
            2 => string.Concat(text.AsSpan(0, at), random.Pick(Pieces), text.AsSpan(at + length)),
            _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
        };
    }

    // A word of the text in the place of another: right in form, wrong in place.
    private static string Word(string text, SeededRandom random)
    {
        var (from, length) = WordAt(text, random);
        var (other, otherLength) = WordAt(text, random);
        return string.Concat(text.AsSpan(0, from), text.AsSpan(other, otherLength), text.AsSpan(from + length));
    }

    private static (int From, int Length) WordAt(string text, SeededRandom random)
    {
        if (text.Length == 0)
        {
            return (0, 0);
        }

        var from = random.Next(text.Length);
        while (from > 0 && IsOfWord(text[from - 1]))
        {
            from--;
        }

        var to = from;
        while (to < text.Length && IsOfWord(text[to]))
        {
            to++;
        }

        return (from, to - from);
    }

    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-';

    private static string Line(string text, SeededRandom random)
    {
        var lines = text.Split('\n').ToList();
        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[other]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = "  " + lines[at];
                break;
            default:
                lines[at] = lines[at].StartsWith(' ') ? lines[at][1..] : lines[at];
                break;
        }

        return string.Join('\n', lines);
    }
}
