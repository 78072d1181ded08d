using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Values inside braces or brackets that their own comma split in two: `because: Terms, and review`, `of: round(x, 2)`, `41,000`.</summary>
internal static class SplitRule
{
    /// <summary>Whether a key in braces has no colon; the piece is then reported with the value it was split from.</summary>
    public static bool IsSplitKey(SourceText source, OpenNode map, ScalarNode key, DiagnosticBag bag)
    {
        if (!map.IsFlow || HasColon(source.Text, key.Span.EndOffset))
        {
            return false;
        }

        if (key.Span.StartOffset >= map.SplitUntil)
        {
            Report(source, map, key, bag);
        }

        return true;
    }

    /// <summary>Whether an item of a list is a piece of the item before it, which is then mended.</summary>
    public static bool IsSplitItem(SourceText source, OpenNode list, DocumentNode node, DiagnosticBag bag)
    {
        if (!list.IsFlow || list.Items.Count == 0)
        {
            return false;
        }

        if (node.Span.StartOffset < list.SplitUntil)
        {
            return true;
        }

        if (node is not ScalarNode { Style: ScalarStyle.Plain } item || list.Items[^1] is not ScalarNode { Style: ScalarStyle.Plain } before)
        {
            return false;
        }

        if (IsThousands(source.Text, before, item))
        {
            ReportNumber(source, list, before, EndOfNumber(source.Text, item), bag);
            return true;
        }

        if (before.Text.AsSpan().Count('(') <= before.Text.AsSpan().Count(')'))
        {
            return false;
        }

        var start = before.Span.StartOffset;
        ReportText(source, list, start, FlowText.EndOfValue(source.Text, start, inList: true), $"the comma splits this item, and `{item.Text}` is read as another", bag);
        return true;
    }

    private static void Report(SourceText source, OpenNode map, ScalarNode key, DiagnosticBag bag)
    {
        var text = source.Text;
        if (map.Entries.Count == 0)
        {
            // A slot or a set of names at the start of a value: `says: {annual_cost} a year`.
            var close = text.AsSpan(map.Start).IndexOfAny("}\n\r");
            var until = close >= 0 && text[map.Start + close] == '}' ? map.Start + close + 1 : key.Span.EndOffset;
            map.SplitUntil = until;
            map.Unsure = new(
                DocumentCodes.SplitByComma,
                key.Span,
                $"`{key.Text}` is read as a key without a value, because braces make a map",
                $"for a text with a slot use quotes: `{Repair.Quote(source, map.Start, until).Line(source)}`; for a map write `{key.Text}: value`");
        }
        else if (map.Entries[^1].Value is not ScalarNode { Style: ScalarStyle.Plain } value)
        {
            bag.Add(DocumentCodes.SplitByComma, key.Span, $"`{key.Text}` is read as a key without a value", $"write `{key.Text}: value`, or delete it");
        }
        else if (IsThousands(text, value, key))
        {
            ReportNumber(source, map, value, EndOfNumber(text, key), bag);
        }
        else
        {
            var start = value.Span.StartOffset;
            var end = Math.Max(FlowText.EndOfValue(text, start), key.Span.EndOffset);
            ReportText(source, map, start, end, $"the comma splits this value, and `{key.Text}` is read as a key", bag);
        }
    }

    private static void ReportText(SourceText source, OpenNode parent, int start, int end, string message, DiagnosticBag bag)
    {
        parent.SplitUntil = end;
        bag.Add(DocumentCodes.SplitByComma, source.Span(start, end - start), message, $"put it in quotes: `{Repair.Quote(source, start, end).Line(source)}`");
        parent.Mend(ScalarMap.AsWritten(source, start, end));
    }

    private static void ReportNumber(SourceText source, OpenNode parent, ScalarNode before, int end, DiagnosticBag bag)
    {
        var start = before.Span.StartOffset;
        parent.SplitUntil = end;
        var number = source.Text[start..end];
        var plain = number.Replace(",", "", StringComparison.Ordinal);
        bag.Add(
            DocumentCodes.NumberWithCommas,
            source.Span(start, end - start),
            $"the comma splits the number `{number}` in two",
            $"write it without commas: `{new Repair(start, end, plain).Line(source)}`");
        var digits = Enumerable.Range(start, number.Length).Where(i => source.Text[i] != ',').Append(end);
        parent.Mend(new ScalarNode(plain, ScalarStyle.Plain, [.. digits], source.Span(start, end - start)));
    }

    // `41,000` is one number; `[4,100]` are two: between braces the piece cannot be a key, in a list it must start with a zero.
    private static bool IsThousands(string text, ScalarNode before, ScalarNode after)
    {
        var comma = before.Span.EndOffset;
        return comma + 1 == after.Span.StartOffset && comma < text.Length && text[comma] == ','
            && after.Text.Length >= 3 && after.Text.AsSpan(0, 3).IndexOfAnyExceptInRange('0', '9') < 0 && (after.Text.Length == 3 || after.Text[3] == '.')
            && before.Text.Length > 0 && char.IsAsciiDigit(before.Text[^1]) && before.Text.AsSpan().TrimStart('-').Length <= 3
            && (after.Text[0] == '0' || HasNoColonAfter(text, after));
    }

    private static bool HasNoColonAfter(string text, ScalarNode after)
    {
        // Only keys get here without a colon: in lists any three digits could be an item of their own.
        var open = text.LastIndexOfAny(['{', '['], Math.Max(0, after.Span.StartOffset - 1));
        return open >= 0 && text[open] == '{' && !HasColon(text, after.Span.EndOffset);
    }

    private static int EndOfNumber(string text, ScalarNode last)
    {
        var end = last.Span.EndOffset;
        while (end + 3 < text.Length && text[end] == ',' && text.AsSpan(end + 1, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && (end + 4 >= text.Length || !char.IsAsciiDigit(text[end + 4])))
        {
            end += 4;
        }

        return end;
    }

    private static bool HasColon(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\n' or '\r')
        {
            at++;
        }

        return at < text.Length && text[at] == ':';
    }
}
