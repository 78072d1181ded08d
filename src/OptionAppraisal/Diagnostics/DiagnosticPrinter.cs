using System.Text;

namespace OptionAppraisal.Diagnostics;

/// <summary>The text of problems as people read it: place, what, the line with a caret, help.</summary>
public static class DiagnosticPrinter
{
    /// <summary>The most problems that are printed in one run.</summary>
    public const int MostPrinted = 100;

    private const int WidestExcerpt = 160;

    /// <summary>Prints problems, sorted as given, at most <see cref="MostPrinted"/>, each line ended by LF.</summary>
    public static string Print(IReadOnlyList<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var text = new StringBuilder();
        foreach (var diagnostic in diagnostics.Take(MostPrinted))
        {
            Print(diagnostic, text);
        }

        if (diagnostics.Count > MostPrinted)
        {
            text.Append(CultureInfo.InvariantCulture, $"... and {diagnostics.Count - MostPrinted} more problems\n");
        }

        return text.ToString();
    }

    private static void Print(Diagnostic diagnostic, StringBuilder text)
    {
        text.Append(Escape(diagnostic.ToString())).Append('\n');
        if (diagnostic.Span.Source is { } source && source.Text.Length > 0)
        {
            var (line, column) = diagnostic.Span.Start;
            Excerpt(source.LineAt(line), column, CaretWidth(diagnostic.Span), text);
        }

        if (diagnostic.First is { } first)
        {
            text.Append("first: ").Append(Escape(first.ToString())).Append('\n');
        }

        if (diagnostic.Help is { } help)
        {
            text.Append("help: ").Append(Escape(help)).Append('\n');
        }
    }

    private static int CaretWidth(SourceSpan span)
    {
        var (startLine, startColumn) = span.Start;
        var (endLine, endColumn) = span.End;
        return startLine == endLine ? Math.Max(1, endColumn - startColumn) : 1;
    }

    // A long line is shown around the caret, so that a megabyte on one line stays readable.
    private static void Excerpt(string line, int column, int width, StringBuilder text)
    {
        var runes = line.EnumerateRunes().Skip(Math.Max(0, column - 1 - (WidestExcerpt / 2))).Take(WidestExcerpt).ToList();
        var caret = Math.Min(column - 1, WidestExcerpt / 2);
        text.Append("    ");
        foreach (var rune in runes)
        {
            text.Append(Rune.IsControl(rune) || (rune.IsBmp && IsSteering((char)rune.Value)) ? " " : rune.ToString());
        }

        text.Append('\n').Append(' ', 4 + caret).Append('^', Math.Clamp(width, 1, Math.Max(1, WidestExcerpt - caret))).Append('\n');
    }

    /// <summary>A text whose control characters, line separators and marks of writing direction are written out, so that a document cannot steer a terminal or turn a line around.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 || !text.Any(IsSteering))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            safe.Append(IsSteering(c) ? $"\\u{(int)c:x4}" : c.ToString());
        }

        return safe.ToString();
    }

    // Control characters, line and paragraph separators, and the marks, embeddings, overrides and isolates of writing direction.
    private static bool IsSteering(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
