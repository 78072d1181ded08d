using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class FindingTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_finding_is_raised_unknown_or_silent()
    {
        _sketch.Findings.Add(Write.Finding("f", _sketch.OfOption("risky", FactType.Boolean)));
        _sketch.Option("a", ("risky", true));
        _sketch.Option("b");
        _sketch.Option("c", ("risky", false));
        var result = _sketch.Appraise();
        result.Options[0].Findings.ShouldHaveSingleItem().Outcome.ShouldBe(FindingOutcome.Raised);
        var unknown = result.Options[1].Findings.ShouldHaveSingleItem();
        unknown.Outcome.ShouldBe(FindingOutcome.Unknown);
        unknown.Missing.ShouldBe(["options.b.risky"]);
        result.Options[2].Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Slots_are_worded_for_readers_also_where_they_are_not_known()
    {
        Unit.TryParse("GBP/year", out var money).ShouldBeTrue();
        var cost = _sketch.OfOption("cost", new NumberType(money));
        _sketch.Findings.Add(Write.Finding("f", Write.Truth(true), says: [new TextPart("It costs ", null), new TextPart("", cost), new TextPart(".", null)]));
        _sketch.Option("a", ("cost", 352_000));
        _sketch.Option("b");
        var result = _sketch.Appraise();
        result.Options[0].Findings[0].Text.ShouldBe("It costs £352,000 a year.");
        result.Options[0].Findings[0].Slots.ShouldHaveSingleItem().Name.ShouldBe("cost");
        result.Options[1].Findings[0].Text.ShouldBe("It costs not known.");
    }

    [Theory]
    [InlineData(true, FindingSeverity.High)]
    [InlineData(null, FindingSeverity.High)]
    [InlineData(false, FindingSeverity.Low)]
    public void A_severity_not_known_counts_as_true(bool? serious, FindingSeverity expected)
    {
        _sketch.Findings.Add(Write.Finding("f", Write.Truth(true), severities: [
            new SeverityRule(FindingSeverity.High, _sketch.OfOption("serious", FactType.Boolean)),
            new SeverityRule(FindingSeverity.Low, null),
        ]));
        _sketch.Option("a", ("serious", serious));
        _sketch.Appraise().Options[0].Findings[0].Severity.ShouldBe(expected);
    }

    [Fact]
    public void Findings_of_records_come_for_each_record()
    {
        var list = _sketch.DefineList("services", ("old", FactType.Boolean));
        _sketch.Findings.Add(Write.Finding("f", Sketch.OfRecord(new ThisRecordExpression(list, default), list, "old"), RuleScope.RecordOf(list)));
        _sketch.Give("services");
        _sketch.Appraise().Findings.ShouldBeEmpty();
        _sketch.Record("services", "s1", ("old", true));
        _sketch.Record("services", "s2", ("old", false));
        _sketch.Record("services", "s3");
        _sketch.Appraise().Findings.Select(f => $"{f.Record!.Id} {f.Outcome}").ShouldBe(["s1 Raised", "s3 Unknown"]);
    }

    [Fact]
    public void Findings_of_a_list_left_out_are_one_that_is_unknown()
    {
        var list = _sketch.DefineList("services", ("old", FactType.Boolean), ("cost", FactType.PlainNumber));
        var service = new ThisRecordExpression(list, default);
        _sketch.Findings.Add(Write.Finding(
            "f",
            Sketch.OfRecord(service, list, "old"),
            RuleScope.RecordOf(list),
            says: [new TextPart("It costs ", null), new TextPart("", Sketch.OfRecord(service, list, "cost")), new TextPart(".", null)],
            severities: [new SeverityRule(FindingSeverity.High, Sketch.OfRecord(service, list, "old")), new SeverityRule(FindingSeverity.Low, null)]));
        var finding = _sketch.Appraise().Findings.ShouldHaveSingleItem();
        finding.Outcome.ShouldBe(FindingOutcome.Unknown);
        finding.Record.ShouldBeNull();
        finding.Missing.ShouldBe(["records.services"]);
        finding.Severity.ShouldBe(FindingSeverity.High);
        finding.Text.ShouldBe("It costs not known.");
    }

    [Fact]
    public void Findings_read_scores_gates_and_dissent()
    {
        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged(), scale: new Scale(0, 5)));
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean), onFail: GateFailure.ShowOnly));
        _sketch.Assessor("p", "pct");
        _sketch.Assessor("c", "council");
        var score = new ConclusionExpression(ConclusionKind.Score, "fit", FactType.PlainNumber, default);
        _sketch.Findings.Add(Write.Finding("low", Write.Not(Write.AtLeast(score, 4))));
        _sketch.Findings.Add(Write.Finding("gate", Write.Not(new ConclusionExpression(ConclusionKind.Gate, "g", FactType.Boolean, default))));
        _sketch.Findings.Add(Write.Finding("apart", new ConclusionExpression(ConclusionKind.Dissent, "fit", FactType.Boolean, default)));
        Option("a", ok: true, 5, 5);
        Option("b", ok: false, 1, 4);
        Option("c", ok: null, 4, null);
        var result = _sketch.Appraise();
        Found(result, 0).ShouldBe([]);
        Found(result, 1).ShouldBe(["low Raised", "gate Raised", "apart Raised"]);
        Found(result, 2).ShouldBe(["low Unknown", "gate Unknown", "apart Unknown"]);
        result.Options[2].Findings.SelectMany(f => f.Missing).ShouldBe(["judgements.fit.c.c", "options.c.ok", "judgements.fit.c.c"]);
    }

    [Fact]
    public void Excluded_options_have_findings_too()
    {
        _sketch.Gates.Add(Write.Gate("g", Write.Truth(false)));
        _sketch.Findings.Add(Write.Finding("f", Write.Truth(true)));
        _sketch.Option("a");
        _sketch.Appraise().Options[0].Findings.ShouldHaveSingleItem();
    }

    private void Option(string id, bool? ok, decimal? pct, decimal? council)
    {
        _sketch.Option(id, ("ok", ok));
        _sketch.Judge("fit", id, "p", pct);
        _sketch.Judge("fit", id, "c", council);
    }

    private static string[] Found(AppraisalResult result, int option) => [.. result.Options[option].Findings.Select(f => $"{f.Finding.Id} {f.Outcome}")];
}
