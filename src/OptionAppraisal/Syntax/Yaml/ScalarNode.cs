using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>A scalar: its text after YAML's quoting and folding, and the place of each of its characters in the file.</summary>
internal sealed class ScalarNode : DocumentNode
{
    private readonly ImmutableArray<int> _offsets;

    // `offsets` has the file offset of each UTF-16 unit of the text, and one more for its end.
    public ScalarNode(string text, ScalarStyle style, ImmutableArray<int> offsets, SourceSpan span)
        : base(span)
    {
        Text = text;
        Style = style;
        _offsets = offsets;
    }

    public string Text { get; }

    public ScalarStyle Style { get; }

    /// <summary>Whether nothing was written: an empty value, which is not known.</summary>
    public bool IsEmpty => Style == ScalarStyle.Plain && (Text.Length == 0 || Text is "null" or "~");

    public override string Describe => IsEmpty ? "an empty value" : "a text";

    /// <summary>The span in the file of a stretch of the text.</summary>
    public SourceSpan SpanOf(int start, int length)
    {
        if (Span.Source is not { } source || _offsets.IsDefaultOrEmpty)
        {
            return Span;
        }

        start = Math.Clamp(start, 0, _offsets.Length - 1);
        var end = Math.Clamp(start + length, start, _offsets.Length - 1);
        // The end is the place after the last character, not the place of the next one: a fold may lie between.
        var endOffset = length > 0 && end > start ? _offsets[end - 1] + 1 : _offsets[start];
        return source.Span(_offsets[start], Math.Max(0, endOffset - _offsets[start]));
    }
}

internal enum ScalarStyle
{
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal,
    Folded,
}
