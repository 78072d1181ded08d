using System.Text;

namespace OptionAppraisal.Reporting.Markdown;

/// <summary>Collects the blocks of a Markdown document. Every argument is Markdown already: what documents say comes through <see cref="MarkdownText"/>.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();
    private bool _inList;

    public void Heading(int level, string markdown) => Block($"{new string('#', level)} {markdown}");

    public void Paragraph(string markdown) => Block(markdown);

    public void Point(string markdown)
    {
        if (!_inList)
        {
            Gap();
        }

        _inList = true;
        _text.Append("- ").Append(markdown).Append('\n');
    }

    /// <summary>A table; a column whose title starts with a colon stands at the right.</summary>
    public void Table(ReadOnlySpan<string> columns, IEnumerable<string[]> rows)
    {
        Gap();
        Row([.. columns.ToArray().Select(c => c.TrimStart(':'))]);
        Row([.. columns.ToArray().Select(c => c.StartsWith(':') ? "---:" : "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }
    }

    public override string ToString() => _text.ToString();

    private void Block(string markdown)
    {
        Gap();
        _text.Append(markdown).Append('\n');
    }

    private void Gap()
    {
        _inList = false;
        if (_text.Length > 0)
        {
            _text.Append('\n');
        }
    }

    private void Row(string[] cells) => _text.Append("| ").AppendJoin(" | ", cells.Select(c => c.Length == 0 ? " " : c)).Append(" |\n");
}
