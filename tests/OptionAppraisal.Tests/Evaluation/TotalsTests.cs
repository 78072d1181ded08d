using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class TotalsTests
{
    private readonly Sketch _sketch = new();

    [Fact]
    public void A_total_is_the_weighted_mean_of_the_tree()
    {
        // Top 60 : 40; below the first 1 : 3. (60 x (20 + 3 x 80) / 4 + 40 x 50) / 100 = (60 x 65 + 2000) / 100 = 59.
        _sketch.Criteria.AddRange([Write.Branch("value", 60, Leaf("x", 1), Leaf("y", 3)), Leaf("z", 40)]);
        _sketch.Option("a", ("x", 20), ("y", 80), ("z", 50));
        var option = _sketch.Appraise().Options[0];
        option.Total.ShouldBe(59);
        option.Criteria[0].Score.ShouldBe(65);
        option.Criteria[0].Weight.ShouldBe(0.6m);
        option.Criteria[0].Children.Select(c => c.Weight).ShouldBe([0.15m, 0.45m]);
        option.Criteria[0].Children.Select(c => c.Contribution).ShouldBe([3, 36]);

        // 60 x 65 + 40 x 50.
        option.WeightedScore.ShouldBe(5_900);
    }

    [Fact]
    public void Three_equal_criteria_of_full_marks_give_full_marks_exactly()
    {
        _sketch.Criteria.AddRange([Leaf("x", 1), Leaf("y", 1), Leaf("z", 1)]);
        _sketch.Option("a", ("x", 100), ("y", 100), ("z", 100));
        _sketch.Appraise().Options[0].Total.ShouldBe(100);
    }

    [Fact]
    public void Values_are_scores_brought_to_the_same_scale()
    {
        _sketch.Criteria.Add(Write.Leaf("x", Write.Formula(_sketch.OfOption("x")), scale: new Scale(-5, 5)));
        _sketch.Option("a", ("x", 3));
        var option = _sketch.Appraise().Options[0];
        (option.Criteria[0].Score, option.Criteria[0].Value, option.Total, option.WeightedScore).ShouldBe((3, 80, 80, 3));
    }

    [Fact]
    public void Bounds_add_up()
    {
        _sketch.Criteria.AddRange([Leaf("x", 3), Leaf("y", 1)]);
        _sketch.Option("a", ("x", 60));
        var option = _sketch.Appraise().Options[0];
        (option.Total, option.Lowest, option.Highest, option.RankedOn, option.WeightedScore).ShouldBe((null, 45, 70, 45, null));
        option.Status.ShouldBe(OptionStatus.Eligible);
    }

    [Fact]
    public void What_has_no_weight_does_not_make_a_total_unknown()
    {
        _sketch.Criteria.AddRange([Leaf("x", 1), Leaf("y", 0)]);
        _sketch.Option("a", ("x", 60));
        var option = _sketch.Appraise().Options[0];
        (option.Total, option.WeightedScore).ShouldBe((60, 60));
        option.Criteria[1].Missing.ShouldBe(["options.a.y"]);
    }

    [Fact]
    public void A_branch_that_is_not_known_names_what_is_missing_below_it()
    {
        _sketch.Criteria.Add(Write.Branch("b", 1, Leaf("x", 1), Leaf("y", 1)));
        _sketch.Option("a");
        _sketch.Appraise().Options[0].Criteria[0].Missing.ShouldBe(["options.a.x", "options.a.y"]);
    }

    [Fact]
    public void What_does_not_apply_is_left_out_and_its_siblings_weigh_more()
    {
        _sketch.Criteria.AddRange([Leaf("x", 1), Leaf("y", 1, _sketch.OfCase("wide", FactType.Boolean)), Leaf("z", 2)]);
        _sketch.Case(("wide", false));
        _sketch.Option("a", ("x", 30), ("z", 60));
        var option = _sketch.Appraise().Options[0];
        option.Total.ShouldBe(50);
        option.Criteria.Select(c => c.Criterion.Id).ShouldBe(["x", "z"]);
        option.Criteria[0].Weight.ShouldBe(0.333333333333333m);
    }

    [Fact]
    public void What_may_apply_has_its_scale_as_bounds_and_is_not_judged()
    {
        _sketch.Criteria.AddRange([Leaf("x", 1), Leaf("y", 1, _sketch.OfCase("wide", FactType.Boolean))]);
        _sketch.Option("a", ("x", 30), ("y", 4_000));
        var option = _sketch.Appraise().Options[0];
        (option.Lowest, option.Highest).ShouldBe((15, 65));
        option.Criteria[1].Missing.ShouldBe(["case.wide"]);
    }

    [Fact]
    public void A_branch_of_which_nothing_applies_is_left_out_too()
    {
        _sketch.Criteria.AddRange([Leaf("x", 1), Write.Branch("b", 9, Leaf("y", 1, Write.Truth(false)))]);
        _sketch.Option("a", ("x", 30));
        _sketch.Appraise().Options[0].Total.ShouldBe(30);
    }

    [Fact]
    public void Nothing_with_weight_left_is_an_error()
    {
        _sketch.Criteria.AddRange([Leaf("x", 1, Write.Truth(false)), Leaf("y", 0)]);
        _sketch.Option("a", ("y", 30));
        _sketch.Try().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.NoWeightLeft);
    }

    [Fact]
    public void Weights_beyond_a_decimal_are_an_error_not_a_crash()
    {
        _sketch.Criteria.AddRange([Leaf("x", decimal.MaxValue), Leaf("y", decimal.MaxValue)]);
        _sketch.Option("a", ("x", 30), ("y", 30));
        _sketch.Try().Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(JudgingCodes.NumberTooLarge);
    }

    [Fact]
    public void Testimony_counts_by_weight_also_through_derived_facts_and_lists()
    {
        var list = _sketch.DefineList("services", ("cost", FactType.PlainNumber));
        var costs = Write.For(new RecordListExpression(list, default), Sketch.OfRecord(Write.Local(0, new ReferenceType("services")), list, "cost"));
        var told = _sketch.Derive("told", RuleScope.Option, _sketch.OfOption("x"));
        _sketch.Criteria.AddRange([
            Write.Leaf("derived", Write.Formula(new DerivedExpression(told, ofBaseline: false, default)), 1),
            Write.Leaf("listed", Write.Formula(Write.Call("sum", costs)), 2),
            Leaf("y", 5),
        ]);
        _sketch.Record("services", "s1", ("cost", 1));
        _sketch.Option("a", ("x", 1), ("y", 1));
        _sketch.Option("b", ("x", 1), ("y", 1));
        _sketch.Appraise().Options[0].TestimonyShare.ShouldBe(0);
        _sketch.Testimony.UnionWith(["a.x", "s1.cost"]);
        _sketch.Appraise().Options.Select(o => o.TestimonyShare).ShouldBe([0.375m, 0.25m]);
    }

    private Criterion Leaf(string id, decimal weight, Expression? appliesWhen = null) => Write.Leaf(id, Write.Formula(_sketch.OfOption(id)), weight, appliesWhen: appliesWhen);
}
