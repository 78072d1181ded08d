using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>Tags are refused; what looks like one is often a comparison such as `!= none`.</summary>
internal static class TagRule
{
    public static void Report(SourceText source, int start, DiagnosticBag bag)
    {
        var text = source.Text;
        var tag = text.IndexOf('!', start);
        if (tag < 0)
        {
            return;
        }

        var end = tag + 1;
        while (end < text.Length && text[end] is not (' ' or '\t' or '\n' or '\r' or ',' or '}' or ']'))
        {
            end++;
        }

        var span = source.Span(tag, end - tag);
        if (span.Text.StartsWith("!=", StringComparison.Ordinal))
        {
            var repair = Repair.Quote(source, tag, FlowText.EndOfValue(text, tag));
            bag.Add(DocumentCodes.ComparisonBreaksYaml, span, "a value that starts with `!=` needs quotes", $"write `{repair.Line(source)}`");
            return;
        }

        bag.Add(DocumentCodes.TagNotAllowed, span, $"`{span.Text}` is a YAML tag", "delete it; if you mean the text, put the value in quotes");
    }
}
