using System.Globalization;
using System.Text;
using System.Text.Json;
using OptionAppraisal.Cli;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Cli;

/// <summary>`--as-of` and `--stage` over real documents.</summary>
public sealed class DayAndStageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("appraisal").FullName;

    public DayAndStageTests()
    {
        File.WriteAllText(Path.Combine(_folder, "law.pack.yaml"), """
            rule_pack: law
            sources:
              partnership_power: { values: { 2000-04-01: { title: "Health Act 1999, section 31" }, 2007-03-01: { title: "National Health Service Act 2006, section 75" } } }
            parameters:
              discount_rate: { unit: ratio, values: { 1991-04-01: 0.06, 2003-04-01: 0.035 } }
            records: { bodies: {} }
            facts: { option: { pooled: { type: boolean } } }
            gates: { lawful: { requires: pooled, source: partnership_power } }
            criteria:
              rate: { weight: 1, formula: "discount_rate * 1000" }
              rest: { weight: 1, formula: "50" }
            stages: { diagnostic: { criteria: [rate], review_by: bodies }, detailed: { criteria: [rest] } }
            """);
        File.WriteAllText(Path.Combine(_folder, "law.case.yaml"), """
            case: law_case
            rule_pack: law.pack.yaml
            as_of: 2005-06-01
            records: { bodies: { pct: {} } }
            options: { joint: { facts: { pooled: true } } }
            decisions: { diagnostic: { by: { pct: proceed }, on: 2005-05-20 } }
            """);
    }

    private string CasePath => Path.Combine(_folder, "law.case.yaml");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // The title of the law, the parameter times 1000, as of the day; at the first stage, whose total is that parameter.
    [Theory]
    [InlineData("2001-06-01", "Health Act 1999, section 31", 60)]
    [InlineData("2005-06-01", "Health Act 1999, section 31", 35)]
    [InlineData("2010-06-01", "National Health Service Act 2006, section 75", 35)]
    public void The_law_and_the_figures_are_those_of_the_day(string day, string title, int total)
    {
        var run = Run("appraise", "--as-of", day, "--stage", "diagnostic", "--format", "json");

        run.Code.ShouldBe(0);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("as_of").GetString().ShouldBe(day);
        json.RootElement.GetProperty("options")[0].GetProperty("gates")[0].GetProperty("sources")[0].GetProperty("title").GetString().ShouldBe(title);
        json.RootElement.GetProperty("options")[0].GetProperty("total").GetDecimal().ShouldBe(total);
        var result = new DocumentDoor().Appraise(new CaseRequest(CasePath, null, DateOnly.Parse(day, CultureInfo.InvariantCulture), "diagnostic")).Result!;
        result.Options[0].Gates[0].Gate.Sources[0].Source.On(result.Case.AsOf).Title.ShouldBe(title);
    }

    [Fact]
    public void A_decision_after_the_day_is_left_out_with_a_warning()
    {
        var run = Run("appraise", "--as-of", "2001-06-01", "--format", "json");

        run.Code.ShouldBe(0);
        run.Error.ShouldContain("warning OA6010");
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("stage").GetProperty("ended").GetString().ShouldBe("waiting");
    }

    [Fact]
    public void A_stage_that_was_not_reached_ends_with_1()
    {
        var run = Run("appraise", "--as-of", "2001-06-01", "--stage", "detailed");

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("error OA6012");
    }

    [Fact]
    public void A_misspelt_stage_ends_with_1_and_is_told_the_nearest()
    {
        var run = Run("appraise", "--stage", "detaled");

        (run.Code, run.Output).ShouldBe((1, ""));
        run.Error.ShouldContain("did you mean `detailed`?");
    }

    [Fact]
    public void Explain_tells_of_the_day_and_the_stage_too()
    {
        var run = Run("explain", "--option", "joint", "--as-of", "2001-06-01", "--stage", "diagnostic", "--format", "json");

        run.Code.ShouldBe(0);
        using var json = JsonDocument.Parse(run.Output);
        json.RootElement.GetProperty("total").GetDecimal().ShouldBe(60);
    }

    private (int Code, string Output, string Error) Run(string verb, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var channels = new Channels(output, error, null, false);
        var code = CommandLine.Run([verb, CasePath, .. arguments], new DocumentDoor(), channels);
        return (code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
