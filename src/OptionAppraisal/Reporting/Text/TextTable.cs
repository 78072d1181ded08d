namespace OptionAppraisal.Reporting.Text;

/// <summary>A table whose columns shrink and wrap until they fit a width; notes run across the columns below their row.</summary>
internal sealed class TextTable(params TextColumn[] columns)
{
    private const int Gap = 2;
    private const int NarrowestFlexible = 12;
    private const int NarrowestFixed = 4;

    // Deeper trees are set in no further, so that words keep their room.
    private const int DeepestIndent = 8;

    private readonly List<Row> _rows = [];

    public void Add(params Phrase[] cells) => _rows.Add(new(0, cells, null));

    /// <summary>A row whose first cell is set in by some columns, as a tree is.</summary>
    public void AddIndented(int indent, params Phrase[] cells) => _rows.Add(new(Math.Min(indent, DeepestIndent), cells, null));

    public void Note(int indent, Phrase note) => _rows.Add(new(Math.Min(indent, DeepestIndent), [], note));

    public void Rule() => _rows.Add(new(0, [.. columns.Select(c => new Phrase(c.Flexible ? "" : "-"))], null) { IsRule = true });

    public IEnumerable<TextLine> Lay(int margin, int width)
    {
        var widths = Fit(width - margin);
        if (columns.Any(c => c.Title.Length > 0))
        {
            foreach (var line in LayRow(new(0, [.. columns.Select(c => new Phrase(c.Title, TextRole.Dim))], null), widths, margin, width))
            {
                yield return line;
            }
        }

        foreach (var row in _rows)
        {
            foreach (var line in LayRow(row, widths, margin, width))
            {
                yield return line;
            }
        }
    }

    private int[] Fit(int width)
    {
        var widths = new int[columns.Length];
        var sum = Gap * (columns.Length - 1);
        for (var i = 0; i < columns.Length; i++)
        {
            widths[i] = Math.Min(width, Natural(i));
            sum += widths[i];
        }

        while (sum > width && (Widest(widths, flexible: true, NarrowestFlexible) ?? Widest(widths, flexible: false, NarrowestFixed)) is { } widest)
        {
            widths[widest]--;
            sum--;
        }

        return widths;
    }

    private int Natural(int column)
    {
        var title = DisplayWidth.Of(columns[column].Title);
        var natural = columns[column].Flexible ? Math.Min(NarrowestFlexible, title) : title;
        foreach (var row in _rows)
        {
            if (column < row.Cells.Length)
            {
                natural = Math.Max(natural, row.Cells[column].Width + (column == 0 ? row.Indent : 0));
            }
        }

        return natural;
    }

    private int? Widest(int[] widths, bool flexible, int least)
    {
        int? widest = null;
        for (var i = 0; i < widths.Length; i++)
        {
            if (columns[i].Flexible == flexible && widths[i] > least && (widest is null || widths[i] > widths[widest.Value]))
            {
                widest = i;
            }
        }

        return widest;
    }

    private IEnumerable<TextLine> LayRow(Row row, int[] widths, int margin, int width)
    {
        if (row.Note is { } note)
        {
            return LineBreaker.Break(note, Math.Max(12, width - margin - row.Indent)).Select(l => Line(margin + row.Indent, l));
        }

        var cells = row.Cells.Select((c, i) => row.IsRule
            ? [c.IsEmpty ? [] : [new TextRun(new string('-', widths[i]), TextRole.Dim)]]
            : LineBreaker.Break(c, Math.Max(4, widths[i] - (i == 0 ? row.Indent : 0)))).ToList();
        return Enumerable.Range(0, cells.Max(c => c.Count)).Select(n => LayLine(row, cells, widths, margin, n));
    }

    private TextLine LayLine(Row row, List<List<List<TextRun>>> cells, int[] widths, int margin, int number)
    {
        var runs = new List<TextRun>();
        var column = 0;
        var at = margin;
        for (var i = 0; i < cells.Count; i++)
        {
            List<TextRun> content = number < cells[i].Count ? cells[i][number] : [];
            var wide = DisplayWidth.Of(content);
            var start = at + (i == 0 ? row.Indent : 0);
            start = columns[i].Right ? Math.Max(start, at + widths[i] - wide) : start;
            if (wide > 0)
            {
                runs.Add(new(new string(' ', Math.Max(0, start - column)), TextRole.Plain));
                runs.AddRange(content);
                column = Math.Max(column, start) + wide;
            }

            at += widths[i] + Gap;
        }

        return new([.. runs.Where(r => r.Text.Length > 0)]);
    }

    private static TextLine Line(int indent, List<TextRun> runs) => runs.Count == 0 ? TextLine.Empty : new([new(new string(' ', indent), TextRole.Plain), .. runs]);

    private sealed record Row(int Indent, Phrase[] Cells, Phrase? Note)
    {
        public bool IsRule { get; init; }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Title">The heading; empty for none.</param>
/// <param name="Right">Whether its cells stand at the right, as figures do.</param>
/// <param name="Flexible">Whether it gives way first where the table is too wide.</param>
internal sealed record TextColumn(string Title, bool Right = false, bool Flexible = false);
