using System.Diagnostics;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Syntax;

/// <summary>Good texts with random slips: whatever comes out, it comes out as located problems.</summary>
public class MutationTests
{
    private const int Documents = 300;

    private const int Expressions = 20_000;

    private const string Good = """
        rule_pack: hartlepool          # a comment
        title: Partnership working between the trust and the council
        uses: [../criteria/lsp_fit.pack.yaml]
        sources:
          review: { title: "Developing Partnership Working", year: 2002 }
        facts:
          option:
            legal_route: { type: choice, of: { none: No new power, pooled: Pooled budget } }
            annual_cost: { type: number, unit: GBP/year, min: 0 }
        gates:
          written_agreement:
            title: 'A pooled fund has its "written" agreement'
            requires: >-
              legal_route = pooled
              and annual_cost > 0
            source: { id: review, at: "(2)(a)" }
        criteria:
          economy:
            weight: 50
            table:
              rows:
                - { when: { saving_share: at least 0.15 }, score: 100, because: Saves 15% or more }
                - { when: { saving_share: "[0..0.05)" },   score: 30 }
                - { otherwise: true, score: 0 }
          fit:
            bands: { of: "count(covers[duplicated])", rows: [[4, 100], [2, 60]], below: 0 }
        findings:
          dear:
            says: |
              It costs {annual_cost},
                which is a lot.
        """;

    private static readonly string[] Pieces =
    [
        " ", "\n", "\t", ":", ": ", "- ", "#", " #", ",", "[", "]", "{", "}", "(", ")", "\"", "'", "|", ">", "&a", "*a", "!", "%", "@", "`", "\\", "?", "<<", "---\n", "...\n",
        "é", "😀", "\r", "..", "  ", "0", "a",
    ];

    private static readonly string[] Words =
    [
        "a", "b.c", "1", ".5", "1e3", "\"t\"", "true", "null", "@\"2002-04-01\"", "+", "-", "*", "/", "**", "=", "!=", "<", "<=", ">", ">=", "and", "or", "not", "not(", "if", "then", "else",
        "some", "every", "for", "in", "return", "satisfies", "between", "(", ")", "[", "]", "{", "}", ",", ".", "..", ":", "at least", "under", "to", "any of", "none of", "f(", "round up(", "==",
        "&&", "!", "'", "\"", "\\", "//", "/*", "*/", "%", "15%", "41,000", "2002-04-01", "31/02/2002", "“", "£", "😀", "is", "\n",
    ];

    [Fact]
    public void A_mutated_document_gives_a_tree_or_located_problems()
    {
        var watch = Stopwatch.StartNew();
        for (var seed = 0; seed < Documents; seed++)
        {
            var text = Mutate(seed);
            var source = new SourceText("test", text);
            var bag = new DiagnosticBag();
            var root = DocumentReader.Read(source, bag);
            (root is not null || bag.HasErrors).ShouldBeTrue(text);
            Check(bag, source, text);
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void A_soup_of_words_gives_a_tree_or_located_problems()
    {
        var parser = new ExpressionParser(["round up", "count"], ["Total Cost"]);
#pragma warning disable CA5394 // Seeded: the texts must be the same in every run.
        for (var seed = 0; seed < Expressions; seed++)
        {
            var random = new Random(seed);
            var text = string.Join(random.Next(4) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 14)).Select(_ => Words[random.Next(Words.Length)]));
            var scalar = SyntaxCases.Scalar(text);
            var bag = new DiagnosticBag();
            var tree = (seed % 3) switch
            {
                0 => SyntaxText.Of(parser.ParseExpression(scalar, bag)),
                1 => SyntaxText.Of(parser.ParseCell(scalar, bag)),
                _ => string.Concat(parser.ParseTemplate(scalar, bag).Select(s => s.Slot is { } slot ? SyntaxText.Of(slot) : "")),
            };
            (bag.HasErrors || !tree.Contains('?', StringComparison.Ordinal)).ShouldBeTrue(text);
            Check(bag, scalar.Span.Source!, text);
        }
#pragma warning restore CA5394
    }

    private static void Check(DiagnosticBag bag, SourceText source, string text)
    {
        foreach (var problem in bag.ToSorted())
        {
            ReferenceEquals(problem.Span.Source, source).ShouldBeTrue(text);
            problem.Span.EndOffset.ShouldBeLessThanOrEqualTo(source.Text.Length, text);
            problem.Message.ShouldNotBeEmpty(text);
            problem.Help.ShouldNotBeNullOrEmpty(text);
        }
    }

    private static string Mutate(int seed)
    {
#pragma warning disable CA5394 // Seeded: the documents must be the same in every run.
        var random = new Random(seed);
        var text = Good.ReplaceLineEndings("\n");
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(text.Length);
            var length = random.Next(Math.Min(8, text.Length - at));
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
                2 => string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(at + length)),
                _ => text.Insert(random.Next(text.Length), text.Substring(at, length)),
            };
        }

        return text;
#pragma warning restore CA5394
    }
}
