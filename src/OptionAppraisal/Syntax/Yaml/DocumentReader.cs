using OptionAppraisal.Diagnostics;
using YamlDotNet.Core;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>YAML text to a tree of nodes with places: parser events in, an explicit stack, limits checked as events come.</summary>
internal static class DocumentReader
{
    private const int MostFaults = 12;

    /// <summary>The document, or null where it could not be read at all; everything found wrong is in the bag.</summary>
    public static DocumentNode? Read(SourceText source, DiagnosticBag bag) => Read(source, bag, MostFaults);

    // A repair is tried by reading the repaired text, which must not try repairs in turn: it has no faults left to explain.
    internal static DocumentNode? Read(SourceText source, DiagnosticBag bag, int faultsLeft)
    {
        if (!TextRules.Hold(source, bag))
        {
            return null;
        }

        var builder = new DocumentBuilder(source, bag);
        try
        {
            using var reader = new StringReader(source.Text);
            var parser = new Parser(new Scanner(reader, skipComments: true));
            while (parser.MoveNext())
            {
                if (parser.Current is { } parsed && !builder.Take(parsed))
                {
                    return null;
                }
            }
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException or ArgumentException or IndexOutOfRangeException or FormatException or OverflowException)
        {
            // The parser's own wording is about its states: the place and what is open there say what the author did.
            var place = e is YamlException { Start.Index: >= 0 } problem ? (int)Math.Min(problem.Start.Index, source.Text.Length) : -1;
            if (faultsLeft > 0)
            {
                var tabFrom = e.Message.Contains(" tab", StringComparison.Ordinal) ? builder.LastOffset : -1;
                YamlFault.Report(source, place, tabFrom, builder.OpenBrackets, bag, faultsLeft);
            }
            else
            {
                bag.Add(DocumentCodes.NotReadable, source.Span(place < 0 ? source.Text.Length : place, 0), "not readable");
            }

            return null;
        }

        if (builder.Root is null or ScalarNode { IsEmpty: true })
        {
            bag.Add(
                DocumentCodes.EmptyDocument,
                source.Span(0, 0),
                "the document is empty",
                "start it with `rule_pack: an_id` or `case: an_id`");
            return null;
        }

        return builder.Root;
    }
}
