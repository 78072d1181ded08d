using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// FEEL's truth tables (OMG DMN 1.5, table 50 and 51), with not known for null: T, F, U.
public sealed class ThreeValuedTests
{
    [Theory]
    [InlineData("TT", "T", "T")]
    [InlineData("TF", "F", "T")]
    [InlineData("TU", "U", "T")]
    [InlineData("FT", "F", "T")]
    [InlineData("FF", "F", "F")]
    [InlineData("FU", "F", "U")]
    [InlineData("UT", "U", "T")]
    [InlineData("UF", "F", "U")]
    [InlineData("UU", "U", "U")]
    public void And_or_some_and_every_follow_the_truth_tables(string operands, string and, string or)
    {
        var sketch = new Sketch();
        var terms = operands.Select(c => Write.Truth(TruthOf(c))).ToArray();
        var list = Write.ListOf(terms);
        var element = Write.Local(0, FactType.Boolean);

        Letter(sketch.Evaluate(Write.And(terms))).ShouldBe(and);
        Letter(sketch.Evaluate(Write.Or(terms))).ShouldBe(or);
        Letter(sketch.Evaluate(Write.Every(list, element))).ShouldBe(and);
        Letter(sketch.Evaluate(Write.Some(list, element))).ShouldBe(or);
        Letter(sketch.Evaluate(Write.Call("all", list))).ShouldBe(and);
        Letter(sketch.Evaluate(Write.Call("any", list))).ShouldBe(or);
    }

    [Theory]
    [InlineData('T', "F")]
    [InlineData('F', "T")]
    [InlineData('U', "U")]
    public void Not_keeps_what_is_not_known(char operand, string expected) =>
        Letter(new Sketch().Evaluate(Write.Not(Write.Truth(TruthOf(operand))))).ShouldBe(expected);

    [Theory]
    [InlineData(ComparisonOperator.Equal)]
    [InlineData(ComparisonOperator.NotEqual)]
    [InlineData(ComparisonOperator.Less)]
    [InlineData(ComparisonOperator.GreaterOrEqual)]
    public void A_comparison_with_something_not_known_is_not_known(ComparisonOperator comparison)
    {
        var sketch = new Sketch();
        sketch.Evaluate(Write.Compare(sketch.OfCase("x"), comparison, Write.Number(1))).IsUnknown.ShouldBeTrue();
    }

    [Fact]
    public void Known_asks_whether_a_thing_is_known()
    {
        var sketch = new Sketch();
        var x = sketch.OfCase("x");
        sketch.Evaluate(Write.Known(x)).ShouldBe(Value.False);
        sketch.Case(("x", 1));
        sketch.Evaluate(Write.Known(x)).ShouldBe(Value.True);
    }

    [Fact]
    public void If_with_a_condition_not_known_is_not_known_even_where_both_branches_agree() =>
        new Sketch().Evaluate(Write.If(Write.Truth(null), Write.Number(1), Write.Number(1))).IsUnknown.ShouldBeTrue();

    [Fact]
    public void A_filter_with_a_condition_not_known_for_an_element_is_not_known()
    {
        var list = Write.ListOf(Write.Number(1), Write.Null(FactType.PlainNumber), Write.Number(3));
        var sketch = new Sketch();
        sketch.Evaluate(Write.Filter(list, Write.AtLeast(Write.Local(0, FactType.PlainNumber), 2))).IsUnknown.ShouldBeTrue();
        sketch.Evaluate(Write.Filter(list, Write.Known(Write.Local(0, FactType.PlainNumber)))).ShouldBe(Value.ListOf(Value.Of(1m), Value.Of(3m)));
    }

    [Fact]
    public void Lists_that_differ_somewhere_differ_whatever_else_is_not_known()
    {
        var unknown = Write.Null(FactType.PlainNumber);
        Equality([Write.Number(1), unknown], [Write.Number(2), unknown]).ShouldBe("F");
        Equality([Write.Number(1), unknown], [Write.Number(1), Write.Number(2)]).ShouldBe("U");
        Equality([Write.Number(1), unknown], [Write.Number(1)]).ShouldBe("F");
        Equality([Write.Number(1)], [Write.Number(1.0m)]).ShouldBe("T");
    }

    [Fact]
    public void A_value_outside_a_known_end_of_a_range_is_outside_it()
    {
        var sketch = new Sketch();
        var end = sketch.OfCase("end");
        Letter(sketch.Evaluate(InRange(Write.Number(1), Write.Number(2), end))).ShouldBe("F");
        Letter(sketch.Evaluate(InRange(Write.Number(3), Write.Number(2), end))).ShouldBe("U");
        Letter(sketch.Evaluate(InRange(Write.Number(2), Write.Number(2), Write.Number(3)))).ShouldBe("T");
        Letter(sketch.Evaluate(InRange(Write.Number(3), Write.Number(2), Write.Number(3)))).ShouldBe("F");
    }

    private static RangeTestExpression InRange(Expression value, Expression low, Expression high) =>
        new RangeTestExpression(value, low, true, high, false, Write.Place("in"));

    private static string Equality(Expression[] left, Expression[] right) =>
        Letter(new Sketch().Evaluate(Write.Compare(Write.ListOf(left), ComparisonOperator.Equal, Write.ListOf(right))));

    private static bool? TruthOf(char letter) => letter switch
    {
        'T' => true,
        'F' => false,
        _ => null,
    };

    private static string Letter(Value value) => value.Truth.ToString()[..1];
}
