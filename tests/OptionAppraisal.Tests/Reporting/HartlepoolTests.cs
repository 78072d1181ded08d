using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

/// <summary>The real case as its readers meet it.</summary>
public sealed class HartlepoolTests
{
    private static readonly AppraisalResult Result = new Appraiser().Appraise(
        AppraisalCase.Load(Repository.PathOf("rules", "hartlepool", "hartlepool.case.yaml"), new LoadOptions { Root = Repository.PathOf() }));

    // Hashes change with every comment of a rule; that they are there is tested elsewhere.
    private static string WithoutHashes(string text) => string.Join('\n', text.Split('\n').Select(l => System.Text.RegularExpressions.Regex.Replace(l, "[0-9a-f]{64}", "(hash)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5))));

    [Fact]
    public void The_report_reads_as_approved() => Approved.Check(WithoutHashes(AppraisalText.Write(Result).ToString()), "hartlepool");

    [Fact]
    public void The_board_paper_reads_as_approved() => Approved.Check(WithoutHashes(AppraisalMarkdown.Write(Result)), "hartlepool_paper");

    [Fact]
    public void The_brief_of_the_board_paper_has_at_most_400_words() =>
        AppraisalMarkdownTests.WordsBeforeTheAnnexes(AppraisalMarkdown.Write(Result)).ShouldBeLessThanOrEqualTo(400);

    [Fact]
    public void Every_option_and_criterion_can_be_explained()
    {
        foreach (var option in Result.Options)
        {
            ScoreExplanationText.Write(new Appraiser().Explain(Result, option.Option.Id)).Lines.ShouldNotBeEmpty();
        }
    }
}
