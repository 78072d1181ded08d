using System.Buffers;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>What may stand as a key, and that it stands once.</summary>
internal static class KeyRules
{
    private static readonly SearchValues<char> Brackets = SearchValues.Create("()[]{}");

    private static readonly SearchValues<char> DigitsAndSigns = SearchValues.Create("0123456789.,-/_ +");

    public static bool Accept(SourceText source, OpenNode map, DocumentNode node, DiagnosticBag bag)
    {
        if (node is not ScalarNode { Style: not (ScalarStyle.Literal or ScalarStyle.Folded) } key)
        {
            var what = node is ScalarNode ? "a block of text" : node.Describe;
            bag.Add(
                DocumentCodes.KeyNotAWord,
                source.Span(node.Span.StartOffset, Math.Min(1, node.Span.Length)),
                $"a key is a word, not {what}",
                "write `word: value`; if the brackets belong to a text, put it in quotes");
            return false;
        }

        if (SplitRule.IsSplitKey(source, map, key, bag))
        {
            return false;
        }

        if (key is { Style: ScalarStyle.Plain, Text: "<<" })
        {
            bag.Add(DocumentCodes.MergeKeyNotAllowed, key.Span, "`<<` would merge another map", "write the keys out where they are used");
            return false;
        }

        if (key.Text.AsSpan().Trim().IsEmpty)
        {
            bag.Add(DocumentCodes.KeyNotAWord, key.Span, "a key is empty", "write a word before the colon");
            return false;
        }

        if (key.Text.AsSpan().IndexOfAny(Brackets) is var bracket and >= 0)
        {
            bag.Add(
                DocumentCodes.KeyWithBracket,
                key.SpanOf(bracket, 1),
                $"the key `{key.Text}` holds a bracket",
                "a key is a name: give a calculation a name under `derived:` and use that name here");
            return false;
        }

        if (IsOfDigits(key.Text) && map.Name is not ("anchors" or "values"))
        {
            bag.Add(
                DocumentCodes.KeyOfDigits,
                key.Span,
                $"the key `{key.Text}` is made of digits",
                "start it with a letter, such as `y" + key.Text.Replace('-', '_').Replace('.', '_') + "`; digits stand as keys under `anchors:` and dated `values:` alone");
            return false;
        }

        if (!map.TryTakeKey(key.Text, key.Span, out var first))
        {
            bag.Add(
                DocumentCodes.DuplicateKey,
                key.Span,
                $"the key `{key.Text}` stands twice in this map",
                "delete one of them, or give one another name",
                first);
            return false;
        }

        return true;
    }

    private static bool IsOfDigits(string key) => key.AsSpan().IndexOfAnyExcept(DigitsAndSigns) < 0 && key.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}
