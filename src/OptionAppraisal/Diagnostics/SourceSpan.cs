namespace OptionAppraisal.Diagnostics;

/// <summary>A stretch of a source text: where something was written.</summary>
/// <remarks>The default value is nowhere: its path is empty and its position is 1:1.</remarks>
public readonly struct SourceSpan : IEquatable<SourceSpan>
{
    private readonly SourceText? _source;

    /// <summary>A stretch of a text.</summary>
    /// <param name="source">The text.</param>
    /// <param name="start">The first character, from 0, in UTF-16 units.</param>
    /// <param name="length">The number of UTF-16 units; may be 0.</param>
    public SourceSpan(SourceText source, int start, int length)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        StartOffset = Math.Clamp(start, 0, source.Text.Length);
        Length = Math.Clamp(length, 0, source.Text.Length - StartOffset);
    }

    /// <summary>The text, or null for nowhere.</summary>
    public SourceText? Source => _source;

    /// <summary>The first character, from 0, in UTF-16 units of the text.</summary>
    public int StartOffset { get; }

    /// <summary>The length in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>The offset after the last character.</summary>
    public int EndOffset => StartOffset + Length;

    /// <summary>The path of the text; empty for nowhere.</summary>
    public string Path => _source?.Path ?? "";

    /// <summary>The position of the first character; 1:1 for nowhere.</summary>
    public TextPosition Start => _source?.PositionOf(StartOffset) ?? new TextPosition(1, 1);

    /// <summary>The position after the last character; 1:1 for nowhere.</summary>
    public TextPosition End => _source?.PositionOf(EndOffset) ?? new TextPosition(1, 1);

    /// <summary>The characters of the span.</summary>
    public string Text => _source is null ? "" : _source.Text.Substring(StartOffset, Length);

    /// <summary>The smallest span that holds this one and another of the same text.</summary>
    public SourceSpan To(SourceSpan other)
    {
        if (_source is null || !ReferenceEquals(_source, other._source))
        {
            return this;
        }

        var start = Math.Min(StartOffset, other.StartOffset);
        return new SourceSpan(_source, start, Math.Max(EndOffset, other.EndOffset) - start);
    }

    /// <inheritdoc/>
    public bool Equals(SourceSpan other) =>
        ReferenceEquals(_source, other._source) && StartOffset == other.StartOffset && Length == other.Length;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is SourceSpan other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Path, StartOffset, Length);

    /// <summary>Whether two spans are the same stretch of the same text.</summary>
    public static bool operator ==(SourceSpan left, SourceSpan right) => left.Equals(right);

    /// <summary>Whether two spans differ.</summary>
    public static bool operator !=(SourceSpan left, SourceSpan right) => !left.Equals(right);

    /// <summary>The place as <c>path:line:column</c>.</summary>
    public override string ToString() => $"{Path}:{Start}";
}
