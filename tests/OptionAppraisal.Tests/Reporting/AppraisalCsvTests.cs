using System.Globalization;
using OptionAppraisal.Reporting.Csv;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

public sealed class AppraisalCsvTests
{
    [Fact]
    public void The_table_reads_as_approved() => Approved.Check(AppraisalCsv.Write(Sample.Result), "table_csv");

    [Fact]
    public void There_is_a_row_for_each_option_and_leaf_and_one_for_an_option_that_is_not_scored()
    {
        var rows = Read(AppraisalCsv.Write(Sample.Result));

        rows[0].ShouldBe(AppraisalCsv.Header);
        rows.Count.ShouldBe(1 + (5 * 4) + 1);
        rows.ShouldAllBe(r => r.Count == AppraisalCsv.Header.Length);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\rx", "'\nx")]
    [InlineData("  =1", "'  =1")]
    [InlineData("a=1", "a=1")]
    [InlineData("a, \"b\"\nc", "a, \"b\"\nc")]
    [InlineData("\u001b[2J", "\\u001b[2J")]
    public void A_text_never_becomes_a_formula(string title, string expected)
    {
        var option = Sample.Result.Options[1];
        var result = Sample.Result with { Options = [option with { Option = option.Option with { Title = title } }] };

        Read(AppraisalCsv.Write(result))[1][7].ShouldBe(expected);
    }

    [Fact]
    public void Numbers_are_numbers_below_zero_too()
    {
        var option = Sample.Result.Options[1] with { Total = -5.25m };

        Read(AppraisalCsv.Write(Sample.Result with { Options = [option] }))[1][10].ShouldBe("-5.25");
    }

    [Fact]
    public void Lines_end_with_a_line_feed_alone_whatever_the_culture()
    {
        var culture = CultureInfo.CurrentCulture;
        try
        {
            var text = AppraisalCsv.Write(Sample.Result);
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");

            AppraisalCsv.Write(Sample.Result).ShouldBe(text);
            text.ShouldEndWith("\n");
            text.ShouldNotContain('\r');
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    // RFC 4180.
    private static List<List<string>> Read(string text)
    {
        var rows = new List<List<string>> { new() };
        var cell = new System.Text.StringBuilder();
        var quoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            if (quoted)
            {
                if (text[i] != '"')
                {
                    cell.Append(text[i]);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (text[i] == '"')
            {
                quoted = true;
            }
            else if (text[i] is ',' or '\n')
            {
                rows[^1].Add(cell.ToString());
                cell.Clear();
                if (text[i] == '\n')
                {
                    rows.Add([]);
                }
            }
            else
            {
                cell.Append(text[i]);
            }
        }

        rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
