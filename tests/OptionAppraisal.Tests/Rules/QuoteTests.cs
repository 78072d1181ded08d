using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Rules;

/// <summary>What the rules quote stands word for word in what they cite.</summary>
public sealed class QuoteTests
{
    // The documents that are quoted by what stands at their head; what else is quoted, the law and studies, is in what was read of them.
    private static readonly (string Source, string Head)[] Documents =
    [
        ("review_brief", "Developing Partnership Working Between Hartlepool"),
        ("barnsley_interviews", "Barnsley council and PCT"),
    ];

    [SharedFact("seeds")]
    public void Every_quote_is_verbatim()
    {
        var seeds = Directory.EnumerateFiles(SharedFactAttribute.PathOf("seeds"), "*.txt").Select(File.ReadAllText).Select(Plain).ToList();
        var read = Plain(File.ReadAllText(SharedFactAttribute.PathOf("domain", "domain.md")));
        var texts = Documents.ToDictionary(d => d.Source, d => seeds.Single(s => s.StartsWith(Plain(d.Head), StringComparison.Ordinal)), StringComparer.Ordinal);
        var quotes = RulesFolder.Files(".yaml").SelectMany(QuotesIn).ToList();

        quotes.Count.ShouldBeGreaterThan(100);
        string.Join('\n', quotes.Where(q => !texts.GetValueOrDefault(q.Source, read).Contains(Plain(q.Text), StringComparison.Ordinal)).Select(q => $"{q.Place}: {q.Source} does not say \"{q.Text}\""))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("the  ‘best\nvalue’ principles", "the 'best value' principles")]
    [InlineData("a “democratic\r\n deficit”", "a \"democratic deficit\"")]
    public void Only_spaces_and_the_shape_of_quotation_marks_may_differ(string quote, string plain) => Plain(quote).ShouldBe(plain);

    private static IEnumerable<(string Source, string Text, string Place)> QuotesIn(string file)
    {
        var bag = new DiagnosticBag();
        var text = SourceTextReader.Decode(RulesFolder.Relative(file), File.ReadAllBytes(file), bag)!;
        var open = new Stack<DocumentNode>();
        if (DocumentReader.Read(text, bag) is { } document)
        {
            open.Push(document);
        }

        while (open.TryPop(out var node))
        {
            foreach (var below in node switch { MappingNode map => map.Entries.Select(e => e.Value), SequenceNode list => list.Items, _ => [] })
            {
                open.Push(below);
            }

            if (node is MappingNode citation && citation.Find("quote") is ScalarNode quote)
            {
                yield return ((citation.Find("id") as ScalarNode)?.Text ?? "", quote.Text, quote.Span.ToString());
            }
        }
    }

    private static string Plain(string text) => string.Join(
        ' ',
        text.Replace('‘', '\'').Replace('’', '\'').Replace('“', '"').Replace('”', '"').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
