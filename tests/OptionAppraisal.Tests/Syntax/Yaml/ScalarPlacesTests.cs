using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Syntax.Yaml;

public class ScalarPlacesTests
{
    private const int Documents = 1_000;

    public static TheoryData<string> Styles => [.. Enum.GetNames<ScalarStyle>()];

    [Theory]
    [MemberData(nameof(Styles))]
    public void Character_N_of_a_text_is_the_same_character_of_the_file(string styleName)
    {
        var style = Enum.Parse<ScalarStyle>(styleName);
        for (var seed = 0; seed < Documents; seed++)
        {
            var document = Document(style, seed);
            var source = new SourceText("test", document);
            var bag = new DiagnosticBag();
            var root = DocumentReader.Read(source, bag);
            bag.ToSorted().ShouldBeEmpty($"seed {seed}: {document}");
            var scalar = Find(root!);
            scalar.Style.ShouldBe(style);
            Check(scalar, source, $"seed {seed}: {document}");
        }
    }

    private static string Document(ScalarStyle style, int seed)
    {
#pragma warning disable CA5394 // Seeded: the documents must be the same in every run.
        var random = new Random(seed);
        var lineEnd = random.Next(3) switch { 0 => "\r\n", 1 => "\r", _ => "\n" };
        var text = new ScalarText(random, lineEnd);
        var isBlock = style is ScalarStyle.Literal or ScalarStyle.Folded;
        var after = random.Next(2) == 0 ? "" : lineEnd;
        return random.Next(isBlock ? 3 : 5) switch
        {
            0 => $"first: x{lineEnd}value: {text.Write(style, 2)}{after}",
            1 => $"first:{lineEnd}  - b{lineEnd}  - value: {text.Write(style, 6)}{lineEnd}last: x{after}",
            2 => $"# a comment{lineEnd}value: {text.Write(style, 2)}{lineEnd}last: x{after}",
            3 => $"first: {{ a: [b, c], value: {text.Write(style, 4)}, last: x }}{after}",
            _ => $"first: {{ a: b,{lineEnd}  value:   {text.Write(style, 4)} }} # end{after}",
        };
#pragma warning restore CA5394
    }

    private static ScalarNode Find(DocumentNode node)
    {
        while (true)
        {
            switch (node)
            {
                case MappingNode map when map.Find("value") is ScalarNode found:
                    return found;
                case MappingNode map:
                    node = map.Entries.First(e => e.Value is not ScalarNode).Value;
                    break;
                case SequenceNode list:
                    node = list.Items[^1];
                    break;
                default:
                    throw new InvalidOperationException("no value");
            }
        }
    }

    private static void Check(ScalarNode scalar, SourceText source, string because)
    {
        var text = scalar.Text;
        var before = scalar.Span.StartOffset - 1;
        var last = scalar.SpanOf(text.Length, 0).StartOffset;
        last.ShouldBeLessThanOrEqualTo(source.Text.Length, because);
        for (var i = 0; i < text.Length; i++)
        {
            var at = scalar.SpanOf(i, 1).StartOffset;
            var written = source.Text[Math.Min(at, source.Text.Length - 1)];
            var escaped = scalar.Style == ScalarStyle.DoubleQuoted && written == '\\';
            var folded = text[i] is ' ' or '\n' && (written is '\r' or '\n' || at == source.Text.Length);
            (at > before || (escaped && char.IsLowSurrogate(text[i])) || at == source.Text.Length).ShouldBeTrue($"order at {i} of {because}");
            (written == text[i] || escaped || folded).ShouldBeTrue($"character {i} of {because}");
            at.ShouldBeLessThanOrEqualTo(last, because);
            before = at;
        }
    }
}
