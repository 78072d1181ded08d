using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Rules;

/// <summary>What the appraisal of each place may put before its boards.</summary>
public sealed class PlaceTests
{
    // What a report says of itself.
    private const string TooLong = "This summary has";

    private static readonly IReadOnlyList<string> Files = [.. RulesFolder.Files(".case.yaml").Select(RulesFolder.Relative)];

    public static TheoryData<string> Cases => [.. Files];

    [Fact]
    public void There_are_three_places() => Files.ShouldBe(["barnsley/barnsley.case.yaml", "england/england.case.yaml", "hartlepool/hartlepool.case.yaml"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_summary_has_at_most_400_words(string file)
    {
        var result = Appraise(file);
        var markdown = AppraisalMarkdown.Write(result);

        Words.Count(Summary(markdown)).ShouldBeInRange(100, 400);
        result.Stage.Stage!.MaxWords.ShouldNotBeNull();
        markdown.ShouldNotContain(TooLong);
        AppraisalText.Write(result).ToString().ShouldNotContain(TooLong);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_recommended_may_be_chosen_and_where_nothing_is_the_summary_says_so(string file)
    {
        var result = Appraise(file);
        var summary = Summary(AppraisalMarkdown.Write(result));

        result.Recommendations.ShouldNotBeEmpty();
        foreach (var recommendation in result.Recommendations)
        {
            if (recommendation.Option is { } option)
            {
                result.Options.Single(o => o.Option.Id == option.Id).Status.ShouldBe(OptionStatus.Eligible);
                summary.ShouldContain($"**{option.Title}**");
            }
            else
            {
                summary.ShouldContain("**No option is recommended.**");
                recommendation.Reason.ShouldNotBeEmpty();
            }
        }
    }

    private static AppraisalResult Appraise(string file) => new Appraiser().Appraise(AppraisalCase.Load(Path.Combine(RulesFolder.Path, file), RulesFolder.Options));

    private static string Summary(string markdown) => markdown[..markdown.IndexOf("\n## Annex A.", StringComparison.Ordinal)];
}
