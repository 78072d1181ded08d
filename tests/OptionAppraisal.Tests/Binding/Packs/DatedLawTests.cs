using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

public class DatedLawTests
{
    private const string Cost = "facts:\n  option:\n    cost: { type: number, unit: GBP, min: 0 }\n";

    private static DateOnly Day(int year, int month, int day) => new(year, month, day);

    [Fact]
    public void A_dated_parameter_has_the_value_of_the_day_and_none_before_its_first()
    {
        var parameter = RulePack.Parse("rule_pack: p\nparameters:\n  rate: { unit: ratio, values: { 2003-04-01: 0.035, 1991-04-01: 0.06 } }\n").Parameters[0];

        parameter.Values.Select(v => v.From).ShouldBe([Day(1991, 4, 1), Day(2003, 4, 1)]);
        parameter.Value.ShouldBe(0.035m);
        parameter.ValueOn(Day(1991, 3, 31)).ShouldBeNull();
        parameter.ValueOn(Day(1991, 4, 1)).ShouldBe(0.06m);
        parameter.ValueOn(Day(2003, 3, 31)).ShouldBe(0.06m);
        parameter.ValueOn(Day(2003, 4, 1)).ShouldBe(0.035m);
    }

    [Fact]
    public void An_override_of_a_dated_parameter_is_undated()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nparameters:\n  rate: { values: { 1991-04-01: 0.06 } }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\noverrides: { parameters.rate: 0.04 }\n");

        var parameter = RulePack.Load(root).Parameters[0];

        parameter.Values.ShouldBeEmpty();
        parameter.ValueOn(Day(1900, 1, 1)).ShouldBe(0.04m);
    }

    [Fact]
    public void A_dated_source_is_that_of_the_day_and_before_its_first_day_the_first()
    {
        var pack = RulePack.Parse("""
            rule_pack: p
            sources:
              power:
                values:
                  2000-04-01: { title: "Health Act 1999, section 31", year: 1999, status: verified }
                  2007-03-01: { title: "National Health Service Act 2006, section 75", year: 2006 }
            """ + "\n" + Cost + "gates:\n  cheap: { requires: cost < 5, source: { id: power, at: \"(2)\" } }\n");

        var source = pack.Gates[0].Sources[0].Source;
        source.Id.ShouldBe("power");
        source.Title.ShouldBe("National Health Service Act 2006, section 75");
        source.Span.Start.Line.ShouldBe(3);
        source.On(Day(1990, 1, 1)).Title.ShouldBe("Health Act 1999, section 31");
        source.On(Day(2007, 2, 28)).Year.ShouldBe(1999);
        source.On(Day(2007, 2, 28)).Status.ShouldBe(SourceStatus.Verified);
        source.On(Day(2007, 3, 1)).Year.ShouldBe(2006);
        source.On(Day(2007, 3, 1)).Id.ShouldBe("power");
        source.Versions.ShouldAllBe(v => v.Source.Versions.IsEmpty);
    }

    [Theory]
    [InlineData("parameters: { rate: { unit: ratio } }", "`value` is missing from a parameter", "add `value:`, the number, or `values:`, the number from each day on")]
    [InlineData("parameters: { rate: { value: 1, values: { 2000-01-01: 2 } } }", "`rate` has a `value` and dated `values`", "keep `value` for a number that never changes, or `values` for one that does")]
    [InlineData("parameters: { rate: { values: {} } }", "`values` has no days", "write what holds from each day on: `values: { 2000-04-01: ... }`")]
    [InlineData("parameters: { rate: { values: { 2000-02-30: 1 } } }", "expected a date, found `2000-02-30`", "write a day of the calendar as `2002-04-01`")]
    [InlineData("parameters: { rate: { values: { april: 1 } } }", "expected a date, found `april`", "write a day of the calendar as `2002-04-01`")]
    [InlineData("parameters: { rate: { values: { 2000-01-01: low } } }", "expected a number, found `low`", "write digits and at most one point, such as `41000` or `0.15`")]
    [InlineData("parameters: { dissent_limit: { values: { 2000-01-01: 5, 2001-01-01: -1 } } }", "`dissent_limit` is below zero", "write how many points of 0 to 100 bodies may differ")]
    [InlineData("sources: { act: { year: 1999, values: { 2000-01-01: { title: Act } } } }", "`year` stands beside dated `values`", "a dated source has `values` alone: write it in each of them")]
    [InlineData("sources: { act: { values: { 2000-01-01: { year: 1999 } } } }", "`title` is missing from a source from a day on", "add `title:`, what the document is called")]
    [InlineData("sources: { act: { values: { 2000-01-01: { title: Act, values: {} } } } }", "unknown key `values` in a source from a day on", "the keys here are `title`, `year`, `publisher`, `url`, `status`")]
    [InlineData("sources: { act: { values: {} } }", "`values` has no days", "write what holds from each day on: `values: { 2000-04-01: ... }`")]
    [InlineData("sources: { act: { year: 1999 } }", "`title` is missing from a source", "add `title:`, what the document is called")]
    [InlineData("in_force: {}", "`in_force` says neither from when nor until when", "write `in_force: { from: 2000-04-01 }`, with `to` or either alone, or take it out")]
    [InlineData("in_force: { from: 2002-01-02, to: 2002-01-01 }", "`to` is before `from` of 2002-01-02", "write the earlier day as `from`; both days are in force")]
    [InlineData("in_force: { from: 1 April 2002 }", "expected a date, found `1 April 2002`", "write a day of the calendar as `2002-04-01`")]
    [InlineData("in_force: { until: 2002-01-01, from: 2000-01-01 }", "unknown key `until` in days in force", "the keys here are `from`, `to`")]
    public void What_is_wrong_with_what_is_dated_is_said_with_what_to_do(string text, string message, string help)
    {
        var problem = RulePack.TryParse($"rule_pack: p\n{text}\n").Diagnostics.ShouldHaveSingleItem();

        problem.Message.ShouldBe(message);
        problem.Help.ShouldBe(help);
    }

    [Fact]
    public void Packs_gates_criteria_rows_and_findings_have_days_in_force()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nin_force: { to: 2007-02-28 }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nin_force: { from: 2000-04-01, to: 2012-03-31 }\nuses: [used.pack.yaml]\n" + Cost + """
            gates:
              affordable: { requires: cost < 500, in_force: { from: 2002-01-01 } }
            criteria:
              economy:
                in_force: { from: 2003-01-01, to: 2003-01-01 }
                table:
                  rows:
                    - { when: { cost: under 10 }, score: 100 }
                    - { when: { cost: at least 10 }, score: 50, in_force: { to: 2002-12-31 } }
                    - { otherwise: true, score: 0, in_force: { from: 2003-01-01 } }
            findings:
              dear: { kind: risk, severity: high, when: cost > 100, says: Dear., in_force: { to: 2004-01-01 } }
            """);

        var pack = RulePack.Load(root);

        Days(pack.InForce).ShouldBe((Day(2000, 4, 1), Day(2012, 3, 31)));
        Days(pack.Uses[0].InForce).ShouldBe((null, Day(2007, 2, 28)));
        Days(pack.Gates[0].InForce).ShouldBe((Day(2002, 1, 1), null));
        Days(pack.Criteria[0].InForce).ShouldBe((Day(2003, 1, 1), Day(2003, 1, 1)));
        Days(pack.Findings[0].InForce).ShouldBe((null, Day(2004, 1, 1)));
        var table = pack.Criteria[0].Leaf.ShouldBeOfType<TableLeaf>().Table;
        table.Rows[0].InForce.ShouldBeNull();
        Days(table.Rows[1].InForce).ShouldBe((null, Day(2002, 12, 31)));
        Days(table.Otherwise!.InForce).ShouldBe((Day(2003, 1, 1), null));
        pack.Criteria[0].InForce!.Span.Start.Line.ShouldBe(11);
    }

    [Fact]
    public void Both_ends_of_days_in_force_are_included()
    {
        var days = RulePack.Parse("rule_pack: p\nin_force: { from: 2000-04-01, to: 2007-02-28 }\n").InForce!;

        days.Holds(Day(2000, 3, 31)).ShouldBeFalse();
        days.Holds(Day(2000, 4, 1)).ShouldBeTrue();
        days.Holds(Day(2007, 2, 28)).ShouldBeTrue();
        days.Holds(Day(2007, 3, 1)).ShouldBeFalse();
    }

    [Fact]
    public void Rows_of_different_days_may_have_the_same_tests_and_an_otherwise_row_is_the_last_whatever_its_days()
    {
        const string Table = "criteria:\n  economy:\n    table:\n      rows:\n";
        RulePack.TryParse("rule_pack: p\n" + Cost + Table
            + "        - { when: { cost: under 10 }, score: 100, in_force: { to: 2002-12-31 } }\n"
            + "        - { when: { cost: under 10 }, score: 90, in_force: { from: 2003-01-01 } }\n"
            + "        - { otherwise: true, score: 0 }\n").Diagnostics.ShouldBeEmpty();

        RulePack.TryParse("rule_pack: p\n" + Cost + Table
            + "        - { when: { cost: under 10 }, score: 100 }\n"
            + "        - { otherwise: true, score: 0, in_force: { to: 2002-12-31 } }\n"
            + "        - { otherwise: true, score: 5, in_force: { from: 2003-01-01 } }\n").Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.OtherwiseRow);
    }

    [Fact]
    public void A_problem_of_the_days_of_a_used_pack_is_told_once()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\nin_force: {}\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\n");

        RulePack.TryLoad(root).Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.DaysInForce);
    }

    private static (DateOnly? From, DateOnly? To)? Days(InForce? days) => days is null ? null : (days.From, days.To);
}
