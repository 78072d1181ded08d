using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Csv;

/// <summary>The cells of a row, each quoted where it must be. Texts cannot become formulas; numbers are numbers.</summary>
internal sealed class CsvRow
{
    private readonly List<string> _cells;

    public CsvRow() => _cells = [];

    private CsvRow(IEnumerable<string> cells) => _cells = [.. cells];

    public CsvRow Copy() => new(_cells);

    public CsvRow Number(decimal? number)
    {
        _cells.Add(number is { } known ? PlainNumber.Format(known) : "");
        return this;
    }

    public CsvRow Texts(IEnumerable<string> texts) => Text(string.Join("; ", texts));

    public CsvRow Text(string text)
    {
        _cells.Add(Quote(Neutralise(text)));
        return this;
    }

    /// <summary>The row with empty cells up to a width.</summary>
    public CsvRow Fill(int width) => new(_cells.Concat(Enumerable.Repeat("", width - _cells.Count)));

    public void WriteTo(StringBuilder text) => text.AppendJoin(',', _cells).Append('\n');

    // Programs trim what is before a formula, and line ends inside a cell are kept; other control characters are shown.
    private static string Neutralise(string text)
    {
        var first = text.AsSpan().TrimStart();
        var isFormula = text.Length > 0 && (text[0] is '\t' or '\r' || (first.Length > 0 && first[0] is '=' or '+' or '-' or '@'));
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => string.Join('\t', l.Split('\t').Select(DiagnosticPrinter.Escape)));
        var shown = string.Join('\n', lines);
        return isFormula ? "'" + shown : shown;
    }

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r\t") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
