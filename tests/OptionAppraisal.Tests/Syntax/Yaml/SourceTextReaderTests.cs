using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Syntax.Yaml;

public class SourceTextReaderTests
{
    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Decoded([0xEF, 0xBB, 0xBF, (byte)'a']).ShouldBe("a");

    [Fact]
    public void CRLF_is_kept_for_the_places() => Decoded("a\r\nb"u8.ToArray()).ShouldBe("a\r\nb");

    [Fact]
    public void UTF_16_is_refused_with_and_without_its_mark()
    {
        Decoded([0xFF, 0xFE, (byte)'a', 0]).ShouldBe("OA1001@1:1");
        Decoded(Encoding.Unicode.GetBytes("case: x")).ShouldBe("OA1001@1:1");
        Decoded(Encoding.BigEndianUnicode.GetBytes("case: x")).ShouldBe("OA1001@1:1");
    }

    [Fact]
    public void A_byte_that_is_not_UTF_8_is_refused_at_its_place() =>
        Decoded([.. "a: b\ncost: "u8, 0xA3, .. "400\n"u8]).ShouldBe("OA1001@2:7");

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_decoded() => Decoded(new byte[(1024 * 1024) + 1]).ShouldBe("OA1002@1:1");

    [Theory]
    [InlineData("a: b\0c", "OA1003@1:5")]
    [InlineData("a: \u0007", "OA1003@1:4")]
    [InlineData("a: b\u0085c", "OA1003@1:5")]
    [InlineData("a: b\u2028c\nd: \u2029", "OA1003@1:5 OA1003@2:4")]
    [InlineData("\uFEFFa: b", "OA1003@1:1")]
    public void A_character_that_may_not_stand_in_a_document_is_refused_at_its_place(string text, string wanted)
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read(new SourceText("test", text), bag).ShouldBeNull();
        SyntaxCases.Problems(bag).ShouldBe(wanted);
    }

    [Fact]
    public void Half_of_a_character_is_refused()
    {
        var bag = new DiagnosticBag();
        DocumentReader.Read(new SourceText("test", "a: \uD83D b: \uDE00"), bag).ShouldBeNull();
        SyntaxCases.Problems(bag).ShouldBe("OA1003@1:4 OA1003@1:9");
    }

    private static string Decoded(byte[] bytes)
    {
        var bag = new DiagnosticBag();
        return SourceTextReader.Decode("test", bytes, bag)?.Text ?? SyntaxCases.Problems(bag);
    }
}
