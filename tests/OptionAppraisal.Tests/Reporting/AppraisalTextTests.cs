using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

public class AppraisalTextTests
{
    [Fact]
    public void The_report_reads_as_approved() => Approved.Check(AppraisalText.Write(Sample.Result).ToString(), "report");

    [Fact]
    public void A_narrow_report_reads_as_approved() => Approved.Check(AppraisalText.Write(Sample.Result, 50).ToString(), "report_narrow");

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(132)]
    public void No_line_is_wider_than_asked(int width) =>
        AppraisalText.Write(Sample.Result, width).Lines.ShouldAllBe(l => DisplayWidth.Of(l.ToString()) <= width);

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    public void Long_words_and_wide_letters_are_cut_to_the_width(int width)
    {
        var option = Sample.Result.Options[1];
        var wordy = option with { Option = option.Option with { Title = new string('x', 300) + new string('\u6f22', 90) } };
        var result = Sample.Result with { Options = [.. Sample.Result.Options.Select(o => ReferenceEquals(o, option) ? wordy : o)] };

        AppraisalText.Write(result, width).Lines.ShouldAllBe(l => DisplayWidth.Of(l.ToString()) <= width);
    }

    [Fact]
    public void No_line_ends_with_a_space() => AppraisalText.Write(Sample.Result).Lines.ShouldAllBe(l => !l.ToString().EndsWith(' '));

    [Fact]
    public void Control_characters_of_a_document_are_shown_and_not_obeyed()
    {
        var hostile = Sample.Result.Case.Options[1] with { Title = "Joint\u001b[2Junit\u202e" };
        var result = Sample.Result with
        {
            Recommendations = [new(null, hostile, "because\r\n\u0007it is", Settled: true)],
            Options = [.. Sample.Result.Options.Select(o => o.Option.Index == 1 ? o with { Option = hostile } : o)],
        };

        var text = AppraisalText.Write(result).ToString();

        text.ShouldContain("Joint\\u001b[2Junit\\u202e");
        text.Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        text.ShouldNotContain('\u202e');
    }

    [Fact]
    public void Totals_of_different_rank_look_different()
    {
        OptionResult With(int index, int rank, decimal total) =>
            Sample.Result.Options[index] with { Rank = rank, Total = total, Lowest = total, Highest = total, RankedOn = total };
        var result = Sample.Result with { Options = [With(0, 2, 35.83m), With(1, 1, 35.84m)] };

        var text = AppraisalText.Write(result).ToString();

        text.ShouldContain("35.83\n");
        text.ShouldContain("35.84\n");
    }

    [Fact]
    public void A_tie_is_marked_and_nobody_is_said_to_lead()
    {
        OptionResult With(int index) => Sample.Result.Options[index] with { Rank = 1, Total = 50, Lowest = 50, Highest = 50, RankedOn = 50 };
        var result = Sample.Result with { Recommendations = [new(null, null, "two options tie for the first place", Settled: false)], Options = [With(0), With(1)] };

        var text = AppraisalText.Write(result).ToString();

        text.ShouldContain("No option is recommended");
        text.ShouldContain("1=");
        text.ShouldNotContain("ahead of");
    }

    [Fact]
    public void A_settled_recommendation_says_so()
    {
        var result = Sample.Result with { Recommendations = [Sample.Result.Recommendations[0] with { Settled = true }] };

        AppraisalText.Write(result).ToString().ShouldContain("This is settled:");
    }

    [Fact]
    public void A_result_without_any_option_still_reads()
    {
        var result = Sample.Result with { Options = [], Findings = [], Dominance = [], Dissent = [], Recommendations = [new(null, null, "nobody is eligible", Settled: false)] };

        AppraisalText.Write(result).ToString().ShouldContain("Nobody is eligible.");
    }

    [Fact]
    public void The_same_result_gives_the_same_text_twice() =>
        AppraisalText.Write(Sample.Result).ToString().ShouldBe(AppraisalText.Write(Sample.Result).ToString());
}
