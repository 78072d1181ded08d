namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The page of a brief, with the words that are left: what no longer fits stays out, and the annexes have it.</summary>
internal sealed class Brief(MarkdownPage page, int mostWords, bool isMeasured = false)
{
    // Room for the sentence that says that something was left out; none where all is known to fit.
    private readonly int _reserve = isMeasured ? 0 : 10;

    private int _words = Words.Count(page.ToString());
    private string? _heading;
    private bool _isSkipping;

    /// <summary>Whether something did not fit.</summary>
    public bool IsFull { get; private set; }

    /// <summary>A heading; it is written with the first words below it.</summary>
    public void Head(string heading)
    {
        _heading = heading;
        _isSkipping = false;
    }

    /// <summary>Ends the brief: says where the rest is.</summary>
    public void Close()
    {
        if (IsFull)
        {
            page.Paragraph("The annexes hold what did not fit here.");
        }
    }

    public void Say(string markdown) => Add(markdown, page.Paragraph);

    public void Point(string markdown) => Add(markdown, page.Point);

    private void Add(string markdown, Action<string> write)
    {
        // What follows under the same heading may lean on what was left out.
        if (_isSkipping)
        {
            return;
        }

        _words = Words.Count(page.ToString());
        var more = Words.Count(markdown) + (_heading is null ? 0 : Words.Count(_heading));
        if (_words + more > mostWords - _reserve)
        {
            IsFull = _isSkipping = true;
            return;
        }

        if (_heading is { } heading)
        {
            page.Heading(2, heading);
            _heading = null;
        }

        write(markdown);
    }
}
