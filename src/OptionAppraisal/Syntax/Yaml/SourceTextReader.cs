using System.Text;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Bytes of a file to text: strict UTF-8, with or without a byte order mark, within the size limit.</summary>
internal static class SourceTextReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static SourceText? Decode(string path, ReadOnlySpan<byte> bytes, DiagnosticBag bag)
    {
        if (bytes.Length > SyntaxLimits.DocumentBytes)
        {
            return Refuse(path, DocumentCodes.DocumentTooLarge, TextRules.TooLarge, TextRules.TooLargeHelp, bag);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || LooksLikeUtf16(bytes))
        {
            return Refuse(path, DocumentCodes.NotUtf8, "the file is UTF-16, not UTF-8", "save it again with the encoding UTF-8", bag);
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            bytes = bytes[3..];
        }

        try
        {
            return new SourceText(path, Strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            ReportFirstBadByte(path, bytes, bag);
            return null;
        }
    }

    // A UTF-16 file without its mark has a zero in every second byte of plain words.
    private static bool LooksLikeUtf16(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 4 && ((bytes[0] == 0 && bytes[2] == 0 && bytes[1] != 0) || (bytes[1] == 0 && bytes[3] == 0 && bytes[0] != 0));

    private static SourceText? Refuse(string path, DiagnosticCode code, string message, string help, DiagnosticBag bag)
    {
        bag.Add(code, new SourceText(path, "").Span(0, 0), message, help);
        return null;
    }

    // The text before the bad byte, with the line's rest in replacement characters, is enough to show the place.
    private static void ReportFirstBadByte(string path, ReadOnlySpan<byte> bytes, DiagnosticBag bag)
    {
        var good = 0;
        while (good < bytes.Length && Rune.DecodeFromUtf8(bytes[good..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            good += used;
        }

        var source = new SourceText(path, Encoding.UTF8.GetString(bytes));
        var place = source.Span(Strict.GetCharCount(bytes[..good]), 1);
        bag.Add(
            DocumentCodes.NotUtf8,
            place,
            string.Create(CultureInfo.InvariantCulture, $"the byte 0x{bytes[good]:X2} here is not UTF-8"),
            "save the file again with the encoding UTF-8; pounds signs, dashes and curly quotes of older files are the usual places");
    }
}
