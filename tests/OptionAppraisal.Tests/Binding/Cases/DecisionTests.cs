using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Cases;

public class DecisionTests
{
    [Fact]
    public void A_decision_is_a_word_or_a_map_with_its_reason()
    {
        var read = CaseText.Read("decisions: { diagnostic: { by: { pct: proceed, council: { decision: proceed_with_changes, because: Payroll first } }, on: 2002-05-20 } }");

        read.Decisions.Select(d => (d.StageId, d.Body.Id, d.Decision, d.Because, d.On)).ShouldBe(
        [
            ("diagnostic", "pct", Decision.Proceed, null, new DateOnly(2002, 5, 20)),
            ("diagnostic", "council", Decision.ProceedWithChanges, "Payroll first", new DateOnly(2002, 5, 20)),
        ]);
    }

    [Fact]
    public void A_decision_may_have_a_day_of_its_own()
    {
        var read = CaseText.Read("""
            decisions:
              diagnostic: { on: 2002-05-20, by: { pct: { decision: defer, on: 2002-05-31 }, council: stop } }
              detailed: { by: { council: { decision: proceed, on: 2002-06-01 } } }
            """);

        read.Decisions.Select(d => (d.Body.Id, d.Decision, d.On.Day)).ShouldBe([("pct", Decision.Defer, 31), ("council", Decision.Stop, 20), ("council", Decision.Proceed, 1)]);
    }

    [Fact]
    public void Nobody_may_have_decided_yet() => CaseText.Read("decisions: { diagnostic: { by: {} } }").Decisions.ShouldBeEmpty();

    [Theory]
    [InlineData("diagnostic: { by: { pct: proceed }, on: 2002-06-02 }", "OA5023", "2002-06-02", "the decision of `pct` of 2002-06-02 is not yet made on 2002-06-01, the day of the appraisal", "take the decision out, or appraise on a later day: `as_of`")]
    [InlineData("diagnostic: { by: { pct: { decision: stop, on: 2003-01-01 } }, on: 2002-05-20 }", "OA5023", "2003-01-01", "the decision of `pct` of 2003-01-01 is not yet made on 2002-06-01, the day of the appraisal", "take the decision out, or appraise on a later day: `as_of`")]
    [InlineData("diagnostic: { by: { pct: proceed } }", "OA2003", "pct", "the decision of `pct` has no day", "add `on:` beside `by`, the day of all the decisions, or to this one: `{ decision: proceed, on: 2002-05-20 }`")]
    [InlineData("diagnostik: { by: { pct: proceed }, on: 2002-05-20 }", "OA5021", "diagnostik", "unknown stage `diagnostik`", "did you mean `diagnostic`?")]
    [InlineData("check_point: { by: { pct: proceed }, on: 2002-05-20 }", "OA5022", "check_point", "nobody decides at the end of the stage `check_point`", "take its decisions out, or say in the rule pack who reviews it: `review_by: bodies`")]
    [InlineData("diagnostic: { by: { counsil: proceed }, on: 2002-05-20 }", "OA5002", "counsil", "`counsil` is not one of `bodies`", "did you mean `council`?")]
    [InlineData("diagnostic: { by: { pct: procede }, on: 2002-05-20 }", "OA2009", "procede", "`procede` is not one of the words here", "did you mean `proceed`?")]
    [InlineData("diagnostic: { by: { pct: }, on: 2002-05-20 }", "OA2005", "pct", "the decision of `pct` has no value", "write what it decided, or take it out where it has not decided")]
    [InlineData("diagnostic: { by: { pct: { because: why } }, on: 2002-05-20 }", "OA2003", "pct", "`decision` is missing from a decision", "add `decision:`, what the body decided")]
    [InlineData("diagnostic: { by: { pct: proceed }, on: in May }", "OA2012", "in May", "expected a date, found `in May`", "write a day of the calendar as `2002-04-01`")]
    [InlineData("diagnostic: { on: 2002-05-20 }", "OA2003", "diagnostic", "`by` is missing from the decisions of a stage", "add `by:`, what each body decided: a word, or a map with the reason")]
    [InlineData("diagnostic: proceed", "OA2004", "proceed", "expected a map for the decisions of a stage, found a text", "the keys here are `by`, `on`")]
    public void A_decision_that_does_not_fit_is_told(string decisions, string code, string at, string message, string help) =>
        CaseText.ShouldTell($"decisions: {{ {decisions} }}", code, at, message, help);

    [Fact]
    public void A_decision_after_a_day_that_the_loader_was_given_is_no_error()
    {
        var folder = Directory.CreateTempSubdirectory("decisions").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "p.pack.yaml"), "rule_pack: p\nrecords: { bodies: {} }\ncriteria: { a: { formula: \"50\" } }\nstages: { first: { review_by: bodies } }\n");
            var file = Path.Combine(folder, "c.case.yaml");
            File.WriteAllText(file, "case: c\nrule_pack: p.pack.yaml\nas_of: 2002-06-01\nrecords: { bodies: { pct: {} } }\noptions: { a: {} }\ndecisions: { first: { by: { pct: proceed }, on: 2002-06-02 } }\n");

            AppraisalCase.TryLoad(file).Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("OA5023");
            foreach (var day in new[] { new DateOnly(2001, 1, 1), new DateOnly(2002, 6, 1), new DateOnly(2010, 1, 1) })
            {
                var read = AppraisalCase.Load(file, new LoadOptions { AsOf = day });
                read.AsOf.ShouldBe(day);
                read.Decisions.ShouldHaveSingleItem().On.ShouldBe(new DateOnly(2002, 6, 2));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
