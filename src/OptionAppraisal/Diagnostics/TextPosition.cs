namespace OptionAppraisal.Diagnostics;

/// <summary>A place in a text: line and column, both counted from 1.</summary>
/// <remarks>
/// Columns count Unicode code points, not UTF-16 units; a tab is one column. The default value (0, 0) is not a place.
/// </remarks>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in code points, from 1.</param>
public readonly record struct TextPosition(int Line, int Column)
{
    /// <summary>The position as <c>line:column</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Line}:{Column}");
}
