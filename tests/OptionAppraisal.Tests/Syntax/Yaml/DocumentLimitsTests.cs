using System.Diagnostics;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Expressions;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Syntax.Yaml;

public class DocumentLimitsTests
{
    // Generous, for a busy machine: what is meant is "not minutes".
    private static readonly TimeSpan Fast = TimeSpan.FromSeconds(10);

    public static TheoryData<string, int, string> Hostile => new()
    {
        { "[", 2_000_000, "OA1002@1:1" },
        { "{", 500_000, "OA1005@1:65" },
        { "[", 1_000_000, "OA1005@1:65" },
        { "- ", 500_000, "OA1005@1:129" },
        { "a: [", 100_000, "OA1005@1:128" },
        { "{a: ", 100_000, "OA1005@1:257" },
        { "? ", 100_000, "OA1005@1:129" },
        { "\"", 999_999, "OA1305@1:3" },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_document_is_refused_fast(string piece, int count, string wanted)
    {
        var text = new StringBuilder().Insert(0, piece, count).ToString();
        var watch = Stopwatch.StartNew();
        var bag = new DiagnosticBag();
        DocumentReader.Read(new SourceText("test", text), bag).ShouldBeNull();
        watch.Elapsed.ShouldBeLessThan(Fast);
        SyntaxCases.Problems(bag).Split(' ')[0].ShouldBe(wanted);
    }

    [Fact]
    public void Maps_and_lists_may_stand_64_deep()
    {
        Problems(new string('[', 64) + new string(']', 64)).ShouldBe("");
        Problems(new string('[', 65) + new string(']', 65)).ShouldBe("OA1005@1:65");
    }

    [Fact]
    public void A_document_may_hold_50_000_values()
    {
        // The list itself is one of them.
        Problems($"[{string.Join(',', Enumerable.Repeat('x', 49_999))}]").ShouldBe("");
        Problems($"[{string.Join(',', Enumerable.Repeat('x', 50_000))}]").ShouldBe("OA1006@1:100000");
    }

    [Fact]
    public void A_text_may_have_64_KiB()
    {
        Problems($"a: {new string('é', 32 * 1024)}").ShouldBe("");
        Problems($"a: {new string('é', 32 * 1024)}x").ShouldBe("OA1007@1:4");
    }

    [Fact]
    public void A_document_may_have_1_MiB()
    {
        Problems($"a: b # {new string('x', (1024 * 1024) - 7)}").ShouldBe("");
        Problems($"a: b # {new string('x', (1024 * 1024) - 6)}").ShouldBe("OA1002@1:1");
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("not(")]
    [InlineData("-")]
    [InlineData("if ")]
    [InlineData("for x in ")]
    [InlineData("some x in a satisfies ")]
    [InlineData("a[")]
    [InlineData("f(")]
    [InlineData("1+")]
    [InlineData("1**")]
    [InlineData("a.")]
    [InlineData("a or ")]
    [InlineData("a[1]")]
    [InlineData("x in (")]
    [InlineData("]")]
    [InlineData("{")]
    [InlineData("if a then b else ")]
    public void A_deep_expression_is_refused_without_a_crash(string piece)
    {
        var parser = new ExpressionParser([], []);
        foreach (var length in (int[])[4_096, 20_000])
        {
            var text = new StringBuilder().Insert(0, piece, length / piece.Length).ToString();
            foreach (var asCell in (bool[])[false, true])
            {
                var bag = new DiagnosticBag();
                var tree = asCell ? parser.ParseCell(SyntaxCases.Scalar(text), bag) : parser.ParseExpression(SyntaxCases.Scalar(text), bag);
                bag.HasErrors.ShouldBeTrue();
                bag.Count.ShouldBeLessThan(20);
                if (length > 4_096)
                {
                    tree.ShouldBeOfType<ErrorSyntax>();
                    SyntaxCases.Problems(bag).ShouldBe("OA1501@1:1");
                }
            }
        }
    }

    [Fact]
    public void A_chain_of_200_operators_is_read_and_one_of_300_is_refused()
    {
        var parser = new ExpressionParser([], []);
        var bag = new DiagnosticBag();
        parser.ParseExpression(SyntaxCases.Scalar(string.Join("+", Enumerable.Repeat("a", 200))), bag);
        bag.Count.ShouldBe(0);
        parser.ParseExpression(SyntaxCases.Scalar(string.Join("+", Enumerable.Repeat("a", 300))), bag);
        bag.ToSorted().ShouldHaveSingleItem().Code.ShouldBe(SyntaxCodes.ExpressionTooDeep);
    }

    private static string Problems(string text)
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read(new SourceText("test", text), bag);
        return SyntaxCases.Problems(bag);
    }
}
