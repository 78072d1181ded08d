using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class JudgedTests
{
    private readonly Sketch _sketch = new();

    public JudgedTests()
    {
        _sketch.Assessor("p1", "pct");
        _sketch.Assessor("p2", "pct");
        _sketch.Assessor("c1", "council");
        _sketch.Option("a");
        _sketch.Option("b");
    }

    [Fact]
    public void A_score_is_the_mean_of_the_bodies_means_whatever_their_sizes()
    {
        Score(40, 60, 80);
        var result = Appraise(BodyCombination.MeanOfBodies);
        result.Score.ShouldBe(65);
        result.Bodies.Select(b => (b.BodyId, b.Value)).ShouldBe([("pct", 50), ("council", 80)]);
    }

    [Fact]
    public void The_lowest_body_may_decide()
    {
        Score(40, 60, 80);
        Appraise(BodyCombination.LowestBody).Score.ShouldBe(50);
    }

    [Fact]
    public void A_missing_score_is_anything_on_the_scale_inside_the_mean()
    {
        Score(40, null, 80);
        var result = Appraise(BodyCombination.MeanOfBodies);
        result.Score.ShouldBeNull();
        (result.Lowest, result.Highest).ShouldBe((50, 75));
        result.Missing.ShouldBe(["judgements.fit.a.p2"]);
    }

    [Fact]
    public void Who_scores_no_option_is_excused()
    {
        _sketch.Judge("fit", "a", "p1", 40);
        _sketch.Judge("fit", "a", "c1", 80);
        Appraise(BodyCombination.MeanOfBodies).Score.ShouldBe(60);
    }

    [Fact]
    public void Who_scores_another_option_alone_is_missing()
    {
        _sketch.Judge("fit", "a", "c1", 80);
        _sketch.Judge("fit", "b", "p1", 40);
        var result = Appraise(BodyCombination.MeanOfBodies);
        (result.Lowest, result.Highest).ShouldBe((40, 90));
        result.Missing.ShouldBe(["judgements.fit.a.p1"]);
    }

    [Fact]
    public void What_nobody_scored_is_not_known_for_every_option()
    {
        var result = Appraise(BodyCombination.MeanOfBodies);
        (result.Lowest, result.Highest).ShouldBe((0, 100));
        result.Missing.ShouldBe(["judgements.fit.a.p1", "judgements.fit.a.p2", "judgements.fit.a.c1"]);
    }

    [Fact]
    public void Without_assessors_the_path_ends_with_the_option()
    {
        _sketch.Assessors.Clear();
        Appraise(BodyCombination.MeanOfBodies).Missing.ShouldBe(["judgements.fit.a"]);
    }

    [Fact]
    public void Assessors_without_a_body_are_one_group()
    {
        _sketch.Assessor("x1");
        _sketch.Assessor("x2");
        Score(40, 40, 80);
        _sketch.Judge("fit", "a", "x1", 0);
        _sketch.Judge("fit", "a", "x2", 60);
        Appraise(BodyCombination.MeanOfBodies).Score.ShouldBe(50);
    }

    [Theory]
    [InlineData(40, 60, 0)]
    [InlineData(40, 61, 1)]
    public void Dissent_is_further_apart_than_the_limit(int pct, int council, int expected)
    {
        Score(pct, pct, council);
        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged()));
        _sketch.Appraise().Dissent.Length.ShouldBe(expected);
    }

    [Fact]
    public void Dissent_is_measured_in_values()
    {
        // On a scale of 0 to 5, one point is 20 of 100: not beyond the limit; two are.
        Score(3, 3, 4);
        _sketch.Judge("fit", "b", "p1", 2);
        _sketch.Judge("fit", "b", "p2", 2);
        _sketch.Judge("fit", "b", "c1", 4);
        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged(), scale: new Scale(0, 5)));
        var dissent = _sketch.Appraise().Dissent.ShouldHaveSingleItem();
        dissent.Option.Id.ShouldBe("b");
        dissent.Bodies.Select(b => b.Value).ShouldBe([40, 80]);
    }

    [Fact]
    public void The_limit_is_a_parameter()
    {
        _sketch.Parameters.Add(new Parameter("dissent_limit", null, FactType.PlainNumber, 5, [], default));
        Score(40, 40, 46);
        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged()));
        _sketch.Appraise().Dissent.ShouldHaveSingleItem();
    }

    [Fact]
    public void Means_that_are_the_limit_apart_do_not_dissent()
    {
        // 32/3 and 17/3 are 5 apart; as decimals of 28 digits they are 5.0000000000000000000000000003 apart.
        _sketch.Parameters.Add(new Parameter("dissent_limit", null, FactType.PlainNumber, 5, [], default));
        _sketch.Assessor("p3", "pct");
        _sketch.Assessor("c2", "council");
        _sketch.Assessor("c3", "council");
        Score(32, 0, 17);
        foreach (var assessor in (string[])["p3", "c2", "c3"])
        {
            _sketch.Judge("fit", "a", assessor, 0);
        }

        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged()));
        _sketch.Appraise().Dissent.ShouldBeEmpty();
    }

    [Fact]
    public void A_score_that_the_lowest_body_settles_is_known_and_misses_nothing()
    {
        // The trust is at the low end of the scale, so whatever the council says the lowest is 0.
        Score(0, 0, null);
        _sketch.Judge("fit", "b", "c1", 80);
        var result = Appraise(BodyCombination.LowestBody);
        result.Score.ShouldBe(0);
        result.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void Missing_scores_come_in_the_order_of_the_assessors()
    {
        _sketch.Assessor("p3", "pct");
        foreach (var assessor in (string[])["p3", "c1", "p1"])
        {
            _sketch.Judge("fit", "b", assessor, 50);
        }

        Appraise(BodyCombination.MeanOfBodies).Missing.ShouldBe(["judgements.fit.a.p1", "judgements.fit.a.c1", "judgements.fit.a.p3"]);
    }

    [Fact]
    public void Bodies_dissent_over_an_excluded_option_too()
    {
        // (40 + 40) / 2 = 40 and 80 are 40 apart, beyond 20.
        Score(40, 40, 80);
        _sketch.Case(("lawful", false));
        _sketch.Gates.Add(Write.Gate("lawful", _sketch.OfCase("lawful", FactType.Boolean), scope: RuleScope.Case));
        _sketch.Findings.Add(Write.Finding("apart", new ConclusionExpression(ConclusionKind.Dissent, "fit", FactType.Boolean, default)));
        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged()));
        var result = _sketch.Appraise();
        result.Options[0].Status.ShouldBe(OptionStatus.Excluded);
        result.Options[0].Criteria.ShouldBeEmpty();
        var dissent = result.Dissent.ShouldHaveSingleItem();
        (dissent.Option.Id, dissent.Bodies[0].Value, dissent.Bodies[1].Value).ShouldBe(("a", 40m, 80m));
        result.Options[0].Findings.ShouldHaveSingleItem().Outcome.ShouldBe(FindingOutcome.Raised);
        var open = result.Options[1].Findings.ShouldHaveSingleItem();
        open.Outcome.ShouldBe(FindingOutcome.Unknown);
        open.Missing.ShouldBe(["judgements.fit.b.p1", "judgements.fit.b.p2", "judgements.fit.b.c1"]);
    }

    [Fact]
    public void Dissent_may_be_open_where_the_score_is_known()
    {
        Score(0, 0, null);
        _sketch.Judge("fit", "b", "c1", 0);
        _sketch.Findings.Add(Write.Finding("apart", new ConclusionExpression(ConclusionKind.Dissent, "fit", FactType.Boolean, default)));
        Appraise(BodyCombination.LowestBody).Score.ShouldBe(0);
        var finding = _sketch.Appraise().Options[0].Findings.ShouldHaveSingleItem();
        finding.Outcome.ShouldBe(FindingOutcome.Unknown);
        finding.Missing.ShouldBe(["judgements.fit.a.c1"]);
    }

    private void Score(decimal? p1, decimal? p2, decimal? c1)
    {
        _sketch.Judge("fit", "a", "p1", p1);
        _sketch.Judge("fit", "a", "p2", p2);
        _sketch.Judge("fit", "a", "c1", c1);
    }

    private Results.CriterionResult Appraise(BodyCombination combine)
    {
        _sketch.Criteria.Add(Write.Leaf("fit", Write.Judged(combine)));
        return _sketch.Appraise().Options[0].Criteria[0];
    }
}
