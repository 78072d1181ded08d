using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class ExplainTests
{
    private readonly Sketch _sketch = new();

    public ExplainTests() => _sketch.Option("joint", ("known", 1));

    [Fact]
    public void A_fact_not_given_is_named_by_its_path()
    {
        var both = Write.And(Write.AtLeast(_sketch.OfOption("cost"), 1), Write.AtLeast(_sketch.OfCase("people"), 1));
        Missing(both).ShouldBe(["options.joint.cost", "case.people"]);
    }

    [Fact]
    public void A_fact_of_the_baseline_is_named_by_the_baseline()
    {
        _sketch.Baseline("today");
        Missing(Write.AtLeast(_sketch.OfBaseline("cost"), 1)).ShouldBe(["options.today.cost"]);
    }

    [Fact]
    public void Each_path_comes_once_in_text_order()
    {
        var cost = _sketch.OfOption("cost");
        Missing(Write.Arithmetic(Write.Arithmetic(_sketch.OfOption("b"), ArithmeticOperator.Add, cost), ArithmeticOperator.Add, cost))
            .ShouldBe(["options.joint.b", "options.joint.cost"]);
    }

    [Fact]
    public void What_is_known_is_not_missing() =>
        Missing(Write.And(Write.AtLeast(_sketch.OfOption("known"), 1), Write.AtLeast(_sketch.OfOption("cost"), 1))).ShouldBe(["options.joint.cost"]);

    [Fact]
    public void Derived_facts_are_looked_through()
    {
        var share = _sketch.Derive("share", RuleScope.Option, Write.Divide(_sketch.OfOption("cost"), _sketch.OfOption("known")));
        Missing(Write.AtLeast(new DerivedExpression(share, ofBaseline: false, default), 1)).ShouldBe(["options.joint.cost"]);
    }

    [Fact]
    public void A_web_of_derived_facts_is_walked_once()
    {
        Expression last = _sketch.OfOption("cost");
        for (var i = 0; i < 60; i++)
        {
            var twice = _sketch.Derive($"d{i}", RuleScope.Option, Write.Arithmetic(last, ArithmeticOperator.Add, last));
            last = new DerivedExpression(twice, ofBaseline: false, Write.Place($"d{i}"));
        }

        Missing(last).ShouldBe(["options.joint.cost"]);
    }

    [Fact]
    public void If_with_a_condition_not_known_names_both_branches()
    {
        var choice = Write.If(Write.AtLeast(_sketch.OfOption("a"), 1), _sketch.OfOption("b"), _sketch.OfOption("known"));
        Missing(choice).ShouldBe(["options.joint.a", "options.joint.b"]);
    }

    [Fact]
    public void If_with_a_known_condition_names_its_branch_alone()
    {
        var choice = Write.If(Write.AtLeast(_sketch.OfOption("known"), 1), _sketch.OfOption("b"), _sketch.OfOption("c"));
        Missing(choice).ShouldBe(["options.joint.b"]);
    }

    [Fact]
    public void A_branch_that_would_end_in_an_error_explains_nothing()
    {
        var overflow = Write.Arithmetic(Write.Number(decimal.MaxValue), ArithmeticOperator.Multiply, Write.Number(2));
        Missing(Write.If(Write.AtLeast(_sketch.OfOption("a"), 1), overflow, _sketch.OfOption("b"))).ShouldBe(["options.joint.a", "options.joint.b"]);
    }

    [Fact]
    public void Elements_of_lists_are_named_one_by_one()
    {
        var list = _sketch.DefineList("services", ("cost", FactType.PlainNumber));
        _sketch.Record("services", "s1");
        _sketch.Record("services", "s2", ("cost", 5));
        _sketch.Record("services", "s3");
        var element = Write.Local(0, new ReferenceType("services"));
        var costs = Write.For(new RecordListExpression(list, default), Sketch.OfRecord(element, list, "cost"));

        Missing(Write.Call("sum", costs)).ShouldBe(["records.services.s1.cost", "records.services.s3.cost"]);
        Missing(Write.Some(new RecordListExpression(list, default), Write.AtLeast(Sketch.OfRecord(element, list, "cost"), 9)))
            .ShouldBe(["records.services.s1.cost", "records.services.s3.cost"]);
    }

    [Fact]
    public void A_list_left_out_is_named_itself()
    {
        var list = _sketch.DefineList("services", ("cost", FactType.PlainNumber));
        Missing(Write.AtLeast(Write.Call("count", new RecordListExpression(list, default)), 1)).ShouldBe(["records.services"]);
        _sketch.Give("services");
        Missing(Write.AtLeast(Write.Call("count", new RecordListExpression(list, default)), 1)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_innermost_operation_out_of_its_domain_is_undefined()
    {
        var gaps = new Gaps();
        var quotient = Write.Divide(_sketch.OfOption("known"), Write.Number(0));
        _sketch.Evaluate(Write.AtLeast(quotient, 1), gaps);
        gaps.Undefined.ShouldHaveSingleItem().Span.ShouldBe(quotient.Span);
    }

    [Fact]
    public void An_index_out_of_the_list_is_undefined()
    {
        var gaps = new Gaps();
        _sketch.Evaluate(Write.Index(Write.ListOf(Write.Number(1)), Write.Number(2)), gaps);
        gaps.Undefined.ShouldHaveSingleItem().Text.ShouldBe("[1][2]");
    }

    private string[] Missing(Expression expression)
    {
        var gaps = new Gaps();
        _sketch.Evaluate(expression, gaps);
        return [.. gaps.Missing];
    }
}
