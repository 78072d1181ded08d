using System.Globalization;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class AppraiserTests
{
    [Fact]
    public void A_case_that_cannot_be_judged_throws_with_every_problem()
    {
        var sketch = new Sketch();
        sketch.Criteria.Add(Write.Leaf("x", Write.Formula(sketch.OfOption("x"))));
        sketch.Option("a", ("x", 101));
        sketch.Option("b", ("x", 102));
        var error = Should.Throw<AppraisalException>(() => new Appraiser().Appraise(sketch.CaseFor(sketch.Pack())));
        error.Diagnostics.Select(d => d.Code).ShouldBe([JudgingCodes.ScoreOffScale, JudgingCodes.ScoreOffScale]);
    }

    [Fact]
    public void A_cancelled_appraisal_stops()
    {
        var sketch = new Sketch();
        sketch.Option("a");
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => new Appraiser().Appraise(sketch.CaseFor(sketch.Pack()), cancelled.Token));
    }

    [Fact]
    public async Task One_appraiser_serves_many_threads_alike()
    {
        var sketch = Example();
        var appraiser = new Appraiser();
        var appraisalCase = sketch.CaseFor(sketch.Pack());
        var expected = Summary(appraiser.Appraise(appraisalCase));
        var threads = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 200; i++)
            {
                Summary(appraiser.Appraise(appraisalCase)).ShouldBe(expected);
            }
        }));
        await Task.WhenAll(threads);
    }

    [Fact]
    public void No_culture_reaches_a_result()
    {
        var sketch = Example();
        var expected = Summary(sketch.Appraise());
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            Summary(sketch.Appraise()).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static Sketch Example()
    {
        var sketch = new Sketch();
        var cost = sketch.OfOption("cost");
        var share = sketch.Derive("share", RuleScope.Option, Write.Divide(Write.Arithmetic(sketch.OfBaseline("cost"), ArithmeticOperator.Subtract, cost), sketch.OfBaseline("cost")));
        var saving = new DerivedExpression(share, ofBaseline: false, Write.Place("share"));
        sketch.Criteria.Add(Write.Leaf("saving", Write.Table(HitPolicy.First, 0, (Write.AtLeast(saving, 0.15m), 100, 0), (Write.AtLeast(saving, 0.05m), 60, 0)), 3));
        sketch.Criteria.Add(Write.Leaf("cost", Write.Linear(cost, Write.Highest, Write.Lowest), 7));
        sketch.Findings.Add(Write.Finding("INDIGO", Write.AtLeast(saving, 0.05m), says: [new TextPart("Saves ", null), new TextPart("", saving)]));
        sketch.Baseline("today", ("cost", 100));
        sketch.Option("shared", ("cost", 93.5m));
        sketch.Option("merged", ("cost", 81.25m));
        return sketch;
    }

    private static string Summary(AppraisalResult result) => string.Join('\n', result.Options.Select(o =>
        string.Create(CultureInfo.InvariantCulture, $"{o.Option.Id} {o.Status} {o.Rank} {o.Total} {string.Join(',', o.Criteria.Select(c => PlainNumber.Format(c.Score!.Value)))} {string.Join(',', o.Findings.Select(f => f.Text))}"))
        .Append(result.Recommendations[0].Reason));
}
