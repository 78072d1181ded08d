namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The page of a brief, with the words that are left: what no longer fits stays out, and the annexes have it. What must stand there does, however long.</summary>
/// <remarks>In three ranks: what must stand there; what should, and gives way only where that is too long already; what may.</remarks>
/// <param name="page">The page.</param>
/// <param name="mostWords">The most words.</param>
/// <param name="owed">The words of all that must stand there: they are kept free.</param>
/// <param name="owedToo">The words of all that should.</param>
/// <param name="isMeasured">Whether all is known to fit.</param>
internal sealed class Brief(MarkdownPage page, int mostWords, int owed = 0, int owedToo = 0, bool isMeasured = false)
{
    private const string Rest = "The rest: annexes.";

    // Room for the sentence that says that something was left out; none where all is known to fit.
    private readonly int _reserve = isMeasured ? 0 : Words.Count(Rest);

    private int _words = Words.Count(page.ToString());
    private string? _heading;
    private bool _isSkipping;

    /// <summary>Whether something did not fit.</summary>
    public bool IsFull { get; private set; }

    /// <summary>The words of what must stand there, so far.</summary>
    public int MustWords { get; private set; }

    /// <summary>The words of what should stand there, so far.</summary>
    public int ShouldWords { get; private set; }

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
            page.Paragraph(Rest);
        }
    }

    /// <summary>Notes that something is left to the annexes.</summary>
    public void LeaveOut() => IsFull = true;

    public void Say(string markdown) => Add(markdown, page.Paragraph);

    public void Point(string markdown) => Add(markdown, page.Point);

    /// <summary>A paragraph that should stand there.</summary>
    public void ShouldSay(string markdown) => Should(markdown, page.Paragraph);

    /// <summary>A point that should stand there.</summary>
    public void ShouldPoint(string markdown) => Should(markdown, page.Point);

    /// <summary>A paragraph that must stand there.</summary>
    public void MustSay(string markdown) => Must(markdown, page.Paragraph);

    /// <summary>A point that must stand there.</summary>
    public void MustPoint(string markdown) => Must(markdown, page.Point);

    private void Add(string markdown, Action<string> write)
    {
        // What follows under the same heading may lean on what was left out.
        if (_isSkipping)
        {
            return;
        }

        _words = Words.Count(page.ToString());
        if (_words + WordsWith(markdown) > mostWords - _reserve - Math.Max(0, owed - MustWords) - (owed + owedToo > mostWords ? 0 : Math.Max(0, owedToo - ShouldWords)))
        {
            IsFull = _isSkipping = true;
            return;
        }

        Write(markdown, write);
    }

    private void Must(string markdown, Action<string> write)
    {
        MustWords += WordsWith(markdown);
        Write(markdown, write);
    }

    private void Should(string markdown, Action<string> write)
    {
        if (owed + owedToo > mostWords)
        {
            Add(markdown, write);
            return;
        }

        ShouldWords += WordsWith(markdown);
        Write(markdown, write);
    }

    private int WordsWith(string markdown) => Words.Count(markdown) + (_heading is null ? 0 : Words.Count(_heading));

    private void Write(string markdown, Action<string> write)
    {
        if (_heading is { } heading)
        {
            page.Heading(2, heading);
            _heading = null;
        }

        write(markdown);
    }
}
