using System.Text;

namespace OptionAppraisal.Reporting.Text;

/// <summary>A text for people: lines of stretches, each with the role it plays, from which a terminal may take its colours.</summary>
/// <remarks>Immutable. It holds no control characters: what documents say cannot steer a terminal.</remarks>
/// <param name="Lines">The lines, top down, without line ends.</param>
public sealed record TextReport(ImmutableArray<TextLine> Lines)
{
    /// <summary>The plain text, each line ended by LF.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var line in Lines)
        {
            foreach (var run in line.Runs)
            {
                text.Append(run.Text);
            }

            text.Append('\n');
        }

        return text.ToString();
    }
}

/// <summary>A line of a text report.</summary>
/// <param name="Runs">Its stretches, from left to right; none for an empty line.</param>
public sealed record TextLine(ImmutableArray<TextRun> Runs)
{
    /// <summary>An empty line.</summary>
    public static TextLine Empty { get; } = new([]);

    /// <summary>The plain text of the line.</summary>
    public override string ToString() => string.Concat(Runs.Select(r => r.Text));
}

/// <summary>A stretch of a line.</summary>
/// <param name="Text">The characters.</param>
/// <param name="Role">The role it plays.</param>
public sealed record TextRun(string Text, TextRole Role);

/// <summary>The role of a stretch of text.</summary>
public enum TextRole
{
    /// <summary>Plain words.</summary>
    Plain,

    /// <summary>The title of the report.</summary>
    Title,

    /// <summary>The heading of a section.</summary>
    Heading,

    /// <summary>A name that stands out.</summary>
    Strong,

    /// <summary>Good news.</summary>
    Good,

    /// <summary>Bad news.</summary>
    Bad,

    /// <summary>Something to take care of.</summary>
    Warning,

    /// <summary>Something for the second reading.</summary>
    Dim,
}
