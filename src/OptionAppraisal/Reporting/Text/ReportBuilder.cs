namespace OptionAppraisal.Reporting.Text;

/// <summary>Collects the lines of a report: headings, paragraphs, points of a list, tables.</summary>
internal sealed class ReportBuilder(int width)
{
    private const int Margin = 2;
    private readonly List<TextLine> _lines = [];

    /// <summary>The columns of a line.</summary>
    public int Width { get; } = width;

    /// <summary>The words so far: what stands between spaces and holds a letter or a digit.</summary>
    public int WordCount => _lines.Sum(l => l.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit)));

    public TextReport Build() => new([.. _lines]);

    public void Title(string text) => Underlined(text, '=', TextRole.Title);

    public void Heading(string text)
    {
        Blank();
        Underlined(text, '-', TextRole.Heading);
    }

    public void Blank()
    {
        if (_lines.Count > 0 && _lines[^1].Runs.Length > 0)
        {
            _lines.Add(TextLine.Empty);
        }
    }

    public void Paragraph(Phrase text, int level = 0) => Hanging("", text, level);

    public void Point(Phrase text, int level = 0) => Hanging("- ", text, level);

    public void Table(TextTable table, int level = 0) => _lines.AddRange(table.Lay(Margin * (level + 1), Width));

    private void Hanging(string mark, Phrase text, int level)
    {
        var indent = Margin * (level + 1);
        var first = true;
        foreach (var line in LineBreaker.Break(text, Math.Max(12, Width - indent - mark.Length)))
        {
            _lines.Add(new([new(new string(' ', indent) + (first ? mark : new string(' ', mark.Length)), TextRole.Plain), .. line]));
            first = false;
        }
    }

    private void Underlined(string text, char mark, TextRole role)
    {
        var widest = 0;
        foreach (var line in LineBreaker.Break(new Phrase(text, role), Width))
        {
            _lines.Add(new([.. line]));
            widest = Math.Max(widest, DisplayWidth.Of(line));
        }

        _lines.Add(new([new(new string(mark, Math.Max(1, widest)), role)]));
    }
}
