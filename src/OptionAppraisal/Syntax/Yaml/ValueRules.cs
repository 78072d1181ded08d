using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Values that YAML reads without a word as something else than was written.</summary>
internal static class ValueRules
{
    /// <summary>The value, or what it was meant to be.</summary>
    public static ScalarNode Check(SourceText source, ScalarNode value, DiagnosticBag bag)
    {
        if (value.Style == ScalarStyle.Plain)
        {
            CheckComment(source, value, bag);
        }

        return value.Style is ScalarStyle.Folded or ScalarStyle.Literal ? SignReadAsBlock(source, value, bag) ?? value : value;
    }

    /// <summary>A list of one range, such as `[0..5]`, was meant as the range.</summary>
    public static ScalarNode? RangeReadAsList(SourceText source, OpenNode closed, OpenNode? parent, DiagnosticBag bag)
    {
        if (closed is not { IsMapping: false, IsFlow: true, Items: [ScalarNode { Style: ScalarStyle.Plain } item] } || parent is not { IsMapping: true })
        {
            return null;
        }

        var dots = item.Text.IndexOf("..", StringComparison.Ordinal);
        if (dots <= 0 || dots + 2 >= item.Text.Length || item.Text[dots + 2] == '.' || item.Text.AsSpan().IndexOfAny('/', '\\') >= 0)
        {
            return null;
        }

        var close = source.Text.IndexOf(']', item.Span.EndOffset);
        var end = close < 0 ? item.Span.EndOffset : close + 1;
        bag.Add(
            DocumentCodes.RangeReadAsList,
            source.Span(closed.Start, end - closed.Start),
            "a range in square brackets is read as a list",
            $"put it in quotes: `{Repair.Quote(source, closed.Start, end).Line(source)}`");
        return ScalarMap.AsWritten(source, closed.Start, end);
    }

    private static void CheckComment(SourceText source, ScalarNode value, DiagnosticBag bag)
    {
        var text = source.Text;
        var at = value.Span.EndOffset;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        if (at == value.Span.EndOffset || at >= text.Length || text[at] != '#' || at + 1 >= text.Length || text[at + 1] is ' ' or '\t' or '\n' or '\r')
        {
            return;
        }

        var start = value.Text.Length == 0 ? at : value.Span.StartOffset;
        var end = at;
        while (end < text.Length && text[end] is not ('\n' or '\r'))
        {
            end++;
        }

        while (end > at && text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        bag.Add(
            DocumentCodes.CommentCutsValue,
            source.Span(at, end - at),
            $"` #` starts a comment, and cuts off `{text[at..end]}`",
            $"put the value in quotes: `{Repair.Quote(source, start, end).Line(source)}`; for a comment write `# ` with a space");
    }

    // `>3` is the head of a block that is indented by three: nobody means that, and what follows is lost.
    private static ScalarNode? SignReadAsBlock(SourceText source, ScalarNode value, DiagnosticBag bag)
    {
        var start = value.Span.StartOffset;
        var text = source.Text;
        if (start + 1 >= text.Length || !char.IsAsciiDigit(text[start + 1]) || !value.Text.AsSpan().Trim().IsEmpty)
        {
            return null;
        }

        var end = FlowText.EndOfValue(text, start);
        bag.Add(
            DocumentCodes.SignReadAsBlock,
            source.Span(start, end - start),
            $"`{text[start..end]}` is read as the head of a block of text",
            $"put it in quotes: `{Repair.Quote(source, start, end).Line(source)}`");
        return ScalarMap.AsWritten(source, start, end);
    }
}
