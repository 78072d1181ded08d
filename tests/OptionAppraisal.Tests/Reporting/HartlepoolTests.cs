using System.Globalization;
using System.Text.Json;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using OptionAppraisal.Tests.Architecture;
using OptionAppraisal.Tests.Surroundings;
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

    private static string Brief(string paper) => paper[..paper.IndexOf("\n## Annex A", StringComparison.Ordinal)] + "\n";

    [Fact]
    public void The_report_reads_as_approved() => Approved.Check(WithoutHashes(AppraisalText.Write(Result).ToString()), "hartlepool");

    [Fact]
    public void The_board_paper_reads_as_approved() => Approved.Check(WithoutHashes(AppraisalMarkdown.Write(Result)), "hartlepool_paper");

    // What a body reads first of each ending: the paper before its annexes.
    [Theory]
    [InlineData("decision: proceed, on: 2002-05-29, because: The priorities are ours too (illustrative)", "proceed")]
    [InlineData("decision: stop, on: 2002-05-29, because: Cabinet will not pool the council's money (illustrative)", "stop")]
    [InlineData("decision: defer, on: 2002-05-29, because: Cabinet asks its scrutiny forum first (illustrative)", "defer")]
    public void What_the_council_decides_reads_as_approved(string decision, string ending) =>
        Approved.Check(Brief(AppraisalMarkdown.Write(new Appraiser().Appraise(Hartlepool.LoadWith(decision)))), "hartlepool_" + ending);

    [Fact]
    public void The_report_of_stage_2_reads_as_approved() =>
        Approved.Check(WithoutHashes(AppraisalText.Write(new Appraiser().Appraise(Hartlepool.LoadWith("decision: proceed, on: 2002-05-29, because: The priorities are ours too (illustrative)"))).ToString()), "hartlepool_stage_2");

    [Fact]
    public void The_brief_of_the_board_paper_keeps_to_the_words_of_its_stage()
    {
        AppraisalMarkdownTests.WordsBeforeTheAnnexes(AppraisalMarkdown.Write(Result)).ShouldBeLessThanOrEqualTo(600);
        AppraisalMarkdownTests.WordsBeforeTheAnnexes(AppraisalMarkdown.Write(new Appraiser().Appraise(Hartlepool.LoadWith("decision: proceed")))).ShouldBeLessThanOrEqualTo(400);
    }

    [Theory]
    [InlineData(2001, "Health Act 1999, section 31", "verified", 0.06)]
    [InlineData(2005, "Health Act 1999, section 31", "verified", 0.035)]
    [InlineData(2010, "National Health Service Act 2006, section 75", "to_be_confirmed", 0.035)]
    public void The_law_and_the_rate_of_the_day_are_cited(int year, string power, string status, double rate)
    {
        var result = new Appraiser().Appraise(Hartlepool.LoadAsOf(new DateOnly(year, 6, 1)));
        using var json = JsonDocument.Parse(AppraisalJson.Format(result));

        var unit = json.RootElement.GetProperty("options").EnumerateArray().Single(o => o.GetProperty("id").GetString() == "joint_unit");
        var gate = unit.GetProperty("gates").EnumerateArray().Single(g => g.GetProperty("id").GetString() == "prescribed_bodies");
        var cited = gate.GetProperty("sources").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "partnership_power");
        cited.GetProperty("title").GetString()!.ShouldStartWith(power);
        cited.GetProperty("status").GetString().ShouldBe(status);
        var council = json.RootElement.GetProperty("options").EnumerateArray().Single(o => o.GetProperty("id").GetString() == "council_runs_support");
        var economy = council.GetProperty("criteria")[0].GetProperty("criteria").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "economy");
        var percent = string.Create(CultureInfo.InvariantCulture, $"{rate * 100:0.#}%");
        economy.GetProperty("sources").EnumerateArray().Single(s => s.GetProperty("id").GetString() == "test_discount_rate").GetProperty("title").GetString()!.ShouldContain(percent);

        // Told only where discounting moves the row: at 6%, and not at 3.5%.
        var told = council.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("id").GetString() == "rate_of_the_day").Select(f => f.GetProperty("text").GetString()!).ToList();
        told.Count.ShouldBe(percent == "6%" ? 1 : 0);
        told.ShouldAllBe(t => t.StartsWith("Its economy hangs on the test discount rate of 6%: "));
    }

    [Fact]
    public void On_a_day_before_the_duty_and_the_regulations_the_packs_warn()
    {
        var (result, diagnostics) = new Appraiser().TryAppraise(Hartlepool.LoadAsOf(new DateOnly(2000, 3, 31)));

        result.ShouldNotBeNull();
        diagnostics.Where(d => d.Code == JudgingCodes.PackNotInForce).Select(d => d.Span.Path).ShouldBe(
            ["criteria/best_value.pack.yaml", "criteria/health_act_flexibilities.pack.yaml", "hartlepool/hartlepool.pack.yaml"], ignoreOrder: true);
        result.NotInForce.ShouldNotBeEmpty();
    }

    [Fact]
    public void Every_option_and_criterion_can_be_explained()
    {
        foreach (var option in Result.Options)
        {
            ScoreExplanationText.Write(new Appraiser().Explain(Result, option.Option.Id)).Lines.ShouldNotBeEmpty();
        }
    }
}
