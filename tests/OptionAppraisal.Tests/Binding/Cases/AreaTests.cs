using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public class AreaTests
{
    [Fact]
    public void Each_option_belongs_to_the_area_that_it_names()
    {
        var read = CaseText.Read("""
            options:
              now: { area: payroll, baseline: true }
              joint: { area: payroll }
              ld_now: { area: learning_disability, baseline: true }
            """);

        read.Options.Select(o => o.Area!.Id).ShouldBe(["payroll", "payroll", "learning_disability"]);
        read.Options[0].Area.ShouldBeSameAs(read.RecordsOf(CaseText.Pack.Areas!)!.Value[0]);
    }

    [Fact]
    public void Each_area_has_a_baseline_of_its_own()
    {
        var read = CaseText.Read("options: { ld_now: { area: learning_disability, baseline: true }, joint: { area: payroll }, now: { area: payroll, baseline: true } }");

        read.BaselineOf(read.Options[0].Area)!.Id.ShouldBe("ld_now");
        read.BaselineOf(read.Options[1].Area)!.Id.ShouldBe("now");
    }

    [Fact]
    public void An_area_without_options_needs_no_baseline() =>
        CaseText.Read("options: { now: { area: payroll, baseline: true } }").Options.ShouldHaveSingleItem();

    [Fact]
    public void A_second_baseline_of_an_area_is_told() => CaseText.ShouldTell(
        "options: { a: { area: payroll, baseline: true }, b: { area: learning_disability, baseline: true }, c: { area: payroll, baseline: true } }",
        "OA5006", "baseline", "`c` is a second baseline of `payroll` beside `a`", "mark one option of each area as the baseline");

    [Fact]
    public void A_baseline_that_is_missing_in_one_area_is_told_where_its_options_start() => CaseText.ShouldTell(
        "options: { a: { area: payroll, baseline: true }, b: { area: learning_disability }, c: { area: learning_disability } }",
        "OA5007", "b", "no option of `learning_disability` is the baseline, and `example` compares with it", "mark one option of `learning_disability` `baseline: true`: each area has its own");

    [Fact]
    public void A_misspelt_area_is_told_and_no_more_is_made_of_it() => CaseText.ShouldTell(
        "options: { a: { area: payrol, baseline: true }, b: { area: payroll } }", "OA5002", "payrol", "`payrol` is not one of `workstreams`", "did you mean `payroll`?");

    [Fact]
    public void An_option_without_an_area_is_told_which_there_are() => CaseText.ShouldTell(
        "options: { a: { area: payroll, baseline: true }, b: {} }", "OA5016", "b", "`b` belongs to no area", "add `area:` with one of `payroll`, `learning_disability`");

    [Fact]
    public void An_area_is_refused_where_the_pack_has_no_areas()
    {
        var plain = RulePack.Parse("rule_pack: plain\nrecords: { bodies: {}, workstreams: {} }\ncriteria: { a: { formula: \"50\" } }\n");

        var problem = CaseText.Try("options: { a: { area: payroll } }", plain).Diagnostics.ShouldHaveSingleItem();

        (problem.Code.Id, problem.Span.Text, problem.Message).ShouldBe(("OA5017", "area", "`a` names an area, and `plain` has no areas"));
    }

    [Fact]
    public void Only_the_pack_is_blamed_where_its_areas_are_misspelt()
    {
        var folder = Directory.CreateTempSubdirectory("areas").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "p.pack.yaml"), "rule_pack: p\nareas: workstream\nrecords: { workstreams: {} }\ncriteria: { a: { formula: \"50\" } }\n");
            File.WriteAllText(Path.Combine(folder, "c.case.yaml"), "case: c\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nrecords: { workstreams: { payroll: {} } }\noptions: { a: { area: payroll } }\n");

            AppraisalCase.TryLoad(Path.Combine(folder, "c.case.yaml")).Diagnostics.ShouldHaveSingleItem().Span.Text.ShouldBe("workstream");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
