using System.Text;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>What is checked of a whole text before YAML is read: its size and its characters.</summary>
internal static class TextRules
{
    public const string TooLargeHelp = "split it: a pack may take in others with `uses:`";

    private const int MostReported = 20;

    // Of a larger file no more is read, so its size is not known.
    public static string TooLarge { get; } = string.Create(CultureInfo.InvariantCulture, $"the document has more than {SyntaxLimits.DocumentBytes} bytes (1 MiB)");

    public static bool Hold(SourceText source, DiagnosticBag bag)
    {
        var text = source.Text;
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > SyntaxLimits.DocumentBytes)
        {
            bag.Add(DocumentCodes.DocumentTooLarge, source.Span(0, 0), TooLarge, TooLargeHelp);
            return false;
        }

        var reported = 0;
        for (var i = 0; i < text.Length && reported < MostReported; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (Forbidden(text[i]) is { } what)
            {
                reported++;
                bag.Add(
                    DocumentCodes.ForbiddenCharacter,
                    source.Span(i, 1),
                    string.Create(CultureInfo.InvariantCulture, $"the character U+{(int)text[i]:X4} ({what}) may not stand in a document"),
                    "delete it; it often comes with text pasted from elsewhere");
            }
        }

        return reported == 0;
    }

    private static string? Forbidden(char c) => c switch
    {
        '\t' or '\n' or '\r' => null,
        '\0' => "a zero byte",
        < ' ' or '\u007F' => "a control character",
        '\u0085' or '\u2028' or '\u2029' => "a hidden line separator",
        >= '\u0080' and < '\u00A0' => "a control character",
        '\uFEFF' => "a byte order mark",
        '\uFFFE' or '\uFFFF' => "not a character",
        _ when char.IsSurrogate(c) => "half of a character",
        _ => null,
    };
}
