using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Syntax.Yaml;

public class DocumentReaderTests
{
    public static TheoryData<string> Documents => SyntaxCases.Read("Yaml/documents.txt");

    public static TheoryData<string> WrongDocuments => SyntaxCases.Read("Yaml/wrong_documents.txt");

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_becomes_its_tree(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        var root = DocumentReader.Read(new SourceText("test", text), bag);
        (bag.Count > 0 ? SyntaxCases.Problems(bag) : Show(root!)).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(WrongDocuments))]
    public void A_wrong_document_is_refused_at_its_places_with_help(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        DocumentReader.Read(new SourceText("test", text), bag);
        bag.Count.ShouldBeGreaterThan(0);
        $"{SyntaxCases.Problems(bag)} | {bag.ToSorted()[0].Help}".ShouldBe(wanted);
    }

    [Fact]
    public void A_map_spans_from_its_first_key_to_its_last_value()
    {
        var root = Read("a:\n  b: 1\n  c: [2, 3]\n\nd: { e: 4 }\n");
        Texts(root, "a").ShouldBe("b: 1\n  c: [2, 3]");
        Texts(root, "d").ShouldBe("{ e: 4 }");
        root.Span.Text.ShouldBe("a:\n  b: 1\n  c: [2, 3]\n\nd: { e: 4 }");
        Texts((MappingNode)root.Find("a")!, "c").ShouldBe("[2, 3]");
    }

    [Fact]
    public void A_pair_in_a_list_spans_its_key_and_value()
    {
        var list = (SequenceNode)Read("x: y\na: [b: c, d]").Find("a")!;
        list.Items[0].Span.Text.ShouldBe("b: c");
        list.Items[1].Span.Text.ShouldBe("d");
    }

    [Fact]
    public void A_scalar_spans_its_quotes()
    {
        var root = Read("a: 'it''s' # so\nb: \"x\\ty\"\nc: plain text\nd: |\n  one\n  two\ne:");
        Texts(root, "a").ShouldBe("'it''s'");
        Texts(root, "b").ShouldBe("\"x\\ty\"");
        Texts(root, "c").ShouldBe("plain text");
        Texts(root, "d").ShouldBe("|\n  one\n  two");
        Texts(root, "e").ShouldBe("");
        root.Find("e")!.Span.Start.ShouldBe(new TextPosition(7, 3));
    }

    [Fact]
    public void A_key_that_stands_twice_shows_both_places()
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read(new SourceText("test", "a: 1\nb: 2\na: 3\n"), bag);
        var problem = bag.ToSorted().ShouldHaveSingleItem();
        problem.Span.Start.ShouldBe(new TextPosition(3, 1));
        problem.First!.Value.Start.ShouldBe(new TextPosition(1, 1));
    }

    private static MappingNode Read(string text)
    {
        var bag = new DiagnosticBag();
        var root = DocumentReader.Read(new SourceText("test", text), bag);
        bag.ToSorted().ShouldBeEmpty();
        return root.ShouldBeOfType<MappingNode>();
    }

    private static string Texts(MappingNode map, string key) => map.Find(key)!.Span.Text;

    private static string Show(DocumentNode node) => node switch
    {
        ScalarNode s => s.Style == ScalarStyle.Plain ? $"<{Shown(s.Text)}>" : $"'{Shown(s.Text)}'",
        MappingNode m => $"{{{string.Join(", ", m.Entries.Select(e => $"{e.Key.Text}: {Show(e.Value)}"))}}}",
        SequenceNode s => $"[{string.Join(", ", s.Items.Select(Show))}]",
        _ => "?",
    };

    private static string Shown(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal).Replace("\t", "→", StringComparison.Ordinal);
}
