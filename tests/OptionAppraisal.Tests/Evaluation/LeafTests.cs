using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class LeafTests
{
    private readonly Sketch _sketch = new();

    private Expression X => _sketch.OfOption("x");

    [Theory]
    [InlineData(5, 100, 1)]
    [InlineData(4, 100, 1)]
    [InlineData(3.999, 60, 2)]
    [InlineData(2, 60, 2)]
    [InlineData(1.9, 0, 3)]
    public void Bands_take_the_first_step_that_is_reached(double x, double score, int row)
    {
        var result = Score(Write.Bands(X, 0, (4, 100), (2, 60)), (decimal)x);
        result.Score.ShouldBe((decimal)score);
        result.Hits.ShouldHaveSingleItem().Row.ShouldBe(row);
    }

    [Fact]
    public void Bands_of_something_not_known_range_over_their_scores() =>
        Bounds(Score(Write.Bands(X, 20, (4, 10), (2, 60)), null)).ShouldBe((10, 60, "options.a.x"));

    [Fact]
    public void Levels_score_members()
    {
        var choice = new ChoiceType([new ChoiceMember("poor", null), new ChoiceMember("good", null)]);
        var levels = Write.Levels(_sketch.OfOption("level", choice), ("poor", 10), ("good", 90));
        _sketch.Criteria.Add(Write.Leaf("c", levels));
        _sketch.Option("a", ("level", "good"));
        _sketch.Option("b");
        var result = _sketch.Appraise();
        result.Options[0].Criteria[0].Score.ShouldBe(90);
        Bounds(result.Options[1].Criteria[0]).ShouldBe((10, 90, "options.b.level"));
    }

    // 10 + 30 x (x - 1) / 3, by hand.
    [Theory]
    [InlineData(0, "10")]
    [InlineData(1, "10")]
    [InlineData(2, "20")]
    [InlineData(2.5, "25")]
    [InlineData(4, "40")]
    [InlineData(9, "40")]
    public void A_curve_interpolates_exactly_and_is_flat_outside(double x, string score) =>
        PlainNumber.Format(Score(Write.Curve(X, (1, 10), (4, 40)), (decimal)x).Score!.Value).ShouldBe(score);

    [Fact]
    public void A_curve_of_something_not_known_ranges_over_its_scores() =>
        Bounds(Score(Write.Curve(X, (1, 30), (2, 10), (4, 40)), null)).ShouldBe((10, 40, "options.a.x"));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(5, "25")]
    [InlineData(20, "100")]
    [InlineData(30, "100")]
    [InlineData(-1, "0")]
    public void A_line_between_numbers_is_flat_outside(double x, string score) =>
        PlainNumber.Format(Score(Write.Linear(X, Write.At(0), Write.At(20)), (decimal)x).Score!.Value).ShouldBe(score);

    [Fact]
    public void A_line_may_fall() => Score(Write.Linear(X, Write.At(20), Write.At(0)), 5).Score.ShouldBe(75);

    [Fact]
    public void A_line_of_something_not_known_is_the_scale() =>
        Bounds(Score(Write.Linear(X, Write.At(0), Write.At(20)), null)).ShouldBe((0, 100, "options.a.x"));

    [Fact]
    public void Relative_ends_are_the_extremes_over_the_options()
    {
        // Lower is better: 10 scores 100, 30 scores 0, 15 lies a quarter of the way down.
        Relative(Write.Highest, Write.Lowest, 10, 30, 15).ShouldBe([100, 0, 75]);
    }

    [Fact]
    public void Where_all_are_equal_all_score_the_high_end()
    {
        Relative(Write.Lowest, Write.Highest, 7, 7).ShouldBe([100, 100]);
        Relative(Write.Lowest, Write.At(50), 7, 7).ShouldBe([100, 100]);
    }

    [Fact]
    public void Ends_that_meet_score_the_better_side_high() =>
        Relative(Write.At(10), Write.Lowest, 10, 12).ShouldBe([100, 0]);

    [Fact]
    public void One_option_not_known_leaves_a_relative_line_open_for_all()
    {
        _sketch.Criteria.Add(Write.Leaf("c", Write.Linear(X, Write.Lowest, Write.Highest)));
        _sketch.Option("a", ("x", 1));
        _sketch.Option("b");
        foreach (var option in _sketch.Appraise().Options)
        {
            Bounds(option.Criteria[0]).ShouldBe((0, 100, "options.b.x"));
        }
    }

    [Fact]
    public void An_excluded_option_does_not_set_the_ends()
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Criteria.Add(Write.Leaf("c", Write.Linear(X, Write.Lowest, Write.Highest)));
        _sketch.Option("a", ("x", 1), ("ok", true));
        _sketch.Option("b", ("x", 2), ("ok", true));
        _sketch.Option("c", ("x", 99), ("ok", false));
        _sketch.Appraise().Options.Select(o => o.Total).ShouldBe([0m, 100m, null]);
    }

    [Fact]
    public void An_option_that_may_be_excluded_leaves_open_the_ends_that_it_sets()
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfOption("ok", FactType.Boolean)));
        _sketch.Criteria.Add(Write.Leaf("c", Write.Linear(X, Write.Lowest, Write.Highest)));
        _sketch.Option("a", ("x", 1), ("ok", true));
        _sketch.Option("b", ("x", 3), ("ok", true));
        _sketch.Option("inside", ("x", 2));
        _sketch.Appraise().Options.Select(o => o.Total).ShouldBe([0m, 100m, 50m]);

        _sketch.Option("outside", ("x", 5));
        var result = _sketch.Appraise();
        Bounds(result.Options[0].Criteria[0]).ShouldBe((0, 100, "options.inside.ok options.outside.ok"));

        // Where it is scored at all it is not excluded: it sets the high end itself.
        result.Options[3].Total.ShouldBe(100);
    }

    [Fact]
    public void A_gate_of_the_case_leaves_no_end_open_for_it_excludes_all_or_none()
    {
        _sketch.Gates.Add(Write.Gate("g", _sketch.OfCase("ok", FactType.Boolean), scope: RuleScope.Case));
        _sketch.Criteria.Add(Write.Leaf("c", Write.Linear(X, Write.Lowest, Write.Highest)));
        _sketch.Option("a", ("x", 10));
        _sketch.Option("b", ("x", 30));
        _sketch.Option("c", ("x", 15));
        var result = _sketch.Appraise();
        result.Options.ShouldAllBe(o => o.Status == OptionStatus.Unresolved);
        result.Options.Select(o => o.Total).ShouldBe([0m, 100m, 25m]);
    }

    [Fact]
    public void A_formula_off_its_scale_is_an_error()
    {
        _sketch.Criteria.Add(Write.Leaf("c", Write.Formula(X), scale: new Scale(0, 5)));
        _sketch.Option("a", ("x", 6));
        _sketch.Option("b", ("x", -1));
        var outcome = _sketch.Try();
        outcome.Result.ShouldBeNull();
        outcome.Diagnostics.Select(d => d.Message).ShouldBe([
            "the score of `c` for the option `a` is 6, off its scale of 0 to 5",
            "the score of `c` for the option `b` is -1, off its scale of 0 to 5",
        ]);
    }

    [Fact]
    public void Bounds_are_cut_to_the_scale()
    {
        var flag = _sketch.OfOption("flag", FactType.Boolean);
        var table = Write.Table(HitPolicy.CollectSum, null, (Write.Truth(true), 80, 0), (flag, 40, 0));
        _sketch.Criteria.Add(Write.Leaf("c", table));
        _sketch.Option("a");
        Bounds(_sketch.Appraise().Options[0].Criteria[0]).ShouldBe((80, 100, "options.a.flag"));
    }

    [Fact]
    public void A_table_names_the_rows_that_decide_and_what_they_read()
    {
        var table = Write.Table(HitPolicy.Unique, null, (Write.AtLeast(X, 5), 100, 0), (Write.Not(Write.AtLeast(X, 5)), 20, 0));
        var result = Score(table, 7);
        result.Hits.ShouldHaveSingleItem().Because.ShouldBe("row 1");
        var operand = result.Operands.ShouldHaveSingleItem();
        (operand.Name, operand.Value.Number).ShouldBe(("x", 7));
        operand.Evidence.ShouldNotBeNull();
    }

    [Fact]
    public void No_row_is_an_error_that_names_the_values()
    {
        _sketch.Criteria.Add(Write.Leaf("c", Write.Table(HitPolicy.Unique, null, (Write.AtLeast(X, 5), 100, 0))));
        _sketch.Option("a", ("x", 3));
        var error = _sketch.Try().Diagnostics.ShouldHaveSingleItem();
        error.Code.ShouldBe(JudgingCodes.NoRowHolds);
        error.Message.ShouldBe("no row of `c` holds for the option `a`: `x` is 3");
    }

    [Fact]
    public void Two_rows_are_an_error_with_both_places()
    {
        var leaf = Write.Table(HitPolicy.Unique, null, (Write.AtLeast(X, 5), 100, 0), (Write.AtLeast(X, 3), 50, 0));
        _sketch.Criteria.Add(Write.Leaf("c", leaf));
        _sketch.Option("a", ("x", 6));
        var error = _sketch.Try().Diagnostics.ShouldHaveSingleItem();
        error.Code.ShouldBe(JudgingCodes.TwoRowsHold);
        error.Span.ShouldBe(((TableLeaf)leaf).Table.Rows[1].Span);
        error.First.ShouldBe(((TableLeaf)leaf).Table.Rows[0].Span);
    }

    [Fact]
    public void Errors_of_all_options_and_leaves_come_together()
    {
        _sketch.Criteria.Add(Write.Leaf("c", Write.Table(HitPolicy.Unique, null, (Write.AtLeast(X, 5), 100, 0))));
        _sketch.Criteria.Add(Write.Leaf("d", Write.Formula(Write.Arithmetic(X, ArithmeticOperator.Multiply, Write.Number(1_000)))));
        _sketch.Option("a", ("x", 3));
        _sketch.Option("b", ("x", 2));
        _sketch.Try().Diagnostics.Length.ShouldBe(4);
    }

    private CriterionResult Score(LeafRule rule, decimal? x)
    {
        _sketch.Criteria.Add(Write.Leaf("c", rule));
        _sketch.Option("a", ("x", x));
        return _sketch.Appraise().Options[0].Criteria[0];
    }

    private static decimal?[] Relative(LinearEnd worst, LinearEnd best, params decimal[] values)
    {
        var sketch = new Sketch();
        sketch.Criteria.Add(Write.Leaf("c", Write.Linear(sketch.OfOption("x"), worst, best)));
        for (var i = 0; i < values.Length; i++)
        {
            sketch.Option($"o{i}", ("x", values[i]));
        }

        return [.. sketch.Appraise().Options.Select(o => o.Criteria[0].Score)];
    }

    private static (decimal Low, decimal High, string Missing) Bounds(CriterionResult result)
    {
        result.Score.ShouldBeNull();
        return (result.Lowest, result.Highest, string.Join(' ', result.Missing));
    }
}
