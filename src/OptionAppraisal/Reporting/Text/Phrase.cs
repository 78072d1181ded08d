using System.Text;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Reporting.Text;

/// <summary>A stretch of prose before it is broken into lines; whatever enters it is made safe to show.</summary>
internal sealed class Phrase
{
    private readonly List<TextRun> _runs = [];

    public Phrase(string text = "", TextRole role = TextRole.Plain) => Add(text, role);

    public IReadOnlyList<TextRun> Runs => _runs;

    public bool IsEmpty => _runs.Count == 0;

    public int Width => DisplayWidth.Of(_runs);

    public static implicit operator Phrase(string text) => new(text);

    public Phrase Add(string text, TextRole role = TextRole.Plain)
    {
        if (text.Length > 0)
        {
            _runs.Add(new(Clean(text), role));
        }

        return this;
    }

    public Phrase Add(Phrase other)
    {
        _runs.AddRange(other._runs);
        return this;
    }

    /// <summary>The plain words.</summary>
    public override string ToString() => string.Concat(_runs.Select(r => r.Text));

    // Line ends and tabs of a document are spaces here. Control characters and marks of writing direction are shown, not obeyed.
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\n' or '\r' or '\t' or ' ' or '\u2028' or '\u2029')
            {
                clean.Append(' ');
            }
            else
            {
                clean.Append(c);
            }
        }

        return DiagnosticPrinter.Escape(clean.ToString());
    }
}
