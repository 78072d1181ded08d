using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

public sealed class ExactEngineTests
{
    private static readonly FactType Numbers = new ListType(FactType.PlainNumber);

    [Theory]
    [InlineData(ArithmeticOperator.Add, "0.3")]
    [InlineData(ArithmeticOperator.Subtract, "-0.1")]
    [InlineData(ArithmeticOperator.Multiply, "0.02")]
    [InlineData(ArithmeticOperator.Divide, "0.5")]
    public void Arithmetic_is_exact(ArithmeticOperator arithmetic, string expected) =>
        new Sketch().Evaluate(Write.Arithmetic(Write.Number(0.1m), arithmetic, Write.Number(0.2m))).ToString().ShouldBe(expected);

    [Fact]
    public void Division_by_zero_is_not_known_and_undefined_at_its_place()
    {
        var sketch = new Sketch();
        var gaps = new Gaps();
        sketch.Evaluate(Write.Divide(Write.Number(1), Write.Number(0)), gaps).IsUnknown.ShouldBeTrue();
        gaps.Missing.ShouldBeEmpty();
        gaps.Undefined.ShouldHaveSingleItem().Text.ShouldBe("1 Divide 0");
    }

    [Fact]
    public void The_sum_of_no_numbers_is_undefined()
    {
        var gaps = new Gaps();
        new Sketch().Evaluate(Write.Call("sum", new ListExpression([], Numbers, Write.Place("[]"))), gaps).IsUnknown.ShouldBeTrue();
        gaps.Undefined.ShouldHaveSingleItem();
    }

    [Fact]
    public void Overflow_is_an_error_at_its_place()
    {
        var sketch = new Sketch();
        var product = Write.Arithmetic(Write.Number(decimal.MaxValue), ArithmeticOperator.Multiply, Write.Number(2));
        var error = Should.Throw<JudgingException>(() => sketch.Evaluate(Write.Not(Write.AtLeast(product, 1))));
        error.Diagnostic.Code.ShouldBe(JudgingCodes.NumberTooLarge);
        error.Diagnostic.Span.ShouldBe(product.Span);
    }

    [Fact]
    public void Overflow_of_a_function_is_an_error_too()
    {
        var sum = Write.Call("sum", Write.ListOf(Write.Number(decimal.MaxValue), Write.Number(decimal.MaxValue)));
        Should.Throw<JudgingException>(() => new Sketch().Evaluate(sum)).Diagnostic.Span.ShouldBe(sum.Span);
    }

    [Fact]
    public void Elements_are_counted_from_either_end_and_out_of_the_list_is_undefined()
    {
        var list = Write.ListOf(Write.Number(10), Write.Number(20), Write.Number(30));
        At(1).ToString().ShouldBe("10");
        At(-1).ToString().ShouldBe("30");
        At(0).IsUnknown.ShouldBeTrue();
        At(4).IsUnknown.ShouldBeTrue();
        At(-4).IsUnknown.ShouldBeTrue();
        At(1.5m).IsUnknown.ShouldBeTrue();

        Value At(decimal index) => new Sketch().Evaluate(Write.Index(list, Write.Number(index)));
    }

    [Fact]
    public void A_derived_fact_is_worked_out_for_its_own_owner()
    {
        var sketch = new Sketch();
        var cost = sketch.OfOption("cost");
        var twice = sketch.Derive("twice", RuleScope.Option, Write.Arithmetic(cost, ArithmeticOperator.Add, cost));
        sketch.Option("a", ("cost", 5));
        sketch.Baseline("b", ("cost", 7));

        sketch.Evaluate(new DerivedExpression(twice, ofBaseline: false, default)).ToString().ShouldBe("10");
        sketch.Evaluate(new DerivedExpression(twice, ofBaseline: true, default)).ToString().ShouldBe("14");
    }

    [Fact]
    public void A_derived_fact_of_records_keeps_its_variables_to_itself()
    {
        // For each service: the number of services of the same task; both loops use the first variable.
        var sketch = new Sketch();
        var list = sketch.DefineList("services", ("task", FactType.Text));
        var element = new ReferenceType("services");
        var other = Write.Local(0, element);
        var same = Write.Filter(
            new RecordListExpression(list, default),
            Write.Compare(Sketch.OfRecord(other, list, "task"), ComparisonOperator.Equal, Sketch.OfRecord(new ThisRecordExpression(list, default), list, "task")));
        var count = sketch.Derive("count", RuleScope.RecordOf(list), Write.Call("count", same));
        sketch.Record("services", "s1", ("task", "payroll"));
        sketch.Record("services", "s2", ("task", "estates"));
        sketch.Record("services", "s3", ("task", "payroll"));

        var each = Write.For(new RecordListExpression(list, default), new DerivedExpression(count, Write.Local(0, element), default));
        sketch.Evaluate(each).ToString().ShouldBe("[2, 1, 2]");

        // The variable is still the same element after the derived fact went through the list.
        var service = Write.Local(0, element);
        var estates = Write.And(
            Write.AtLeast(new DerivedExpression(count, service, default), 1),
            Write.Compare(Sketch.OfRecord(service, list, "task"), ComparisonOperator.Equal, Write.Text("estates")));
        sketch.Evaluate(Write.Filter(new RecordListExpression(list, default), estates)).ToString().ShouldBe("[s2]");
    }

    [Fact]
    public void Nested_loops_see_both_variables()
    {
        var numbers = Write.ListOf(Write.Number(1), Write.Number(2));
        var product = Write.Arithmetic(Write.Local(0, FactType.PlainNumber), ArithmeticOperator.Multiply, Write.Local(1, FactType.PlainNumber));
        var inner = Write.For(numbers, product, slot: 1);
        new Sketch().Evaluate(Write.For(numbers, inner)).ToString().ShouldBe("[[1, 2], [2, 4]]");
        new Sketch().Evaluate(Write.For(numbers, inner, flattens: true)).ToString().ShouldBe("[1, 2, 2, 4]");
    }

    [Fact]
    public void Endless_work_stops_with_an_error()
    {
        var sketch = new Sketch();
        var many = Write.ListOf([.. Enumerable.Range(0, 250).Select(_ => Write.Number(1))]);
        var nested = Write.AtLeast(Write.Local(2, FactType.PlainNumber), 2);
        var work = Write.Some(many, Write.Some(many, Write.Some(many, nested, 2), 1));
        var error = Should.Throw<JudgingException>(() => sketch.Evaluate(work)).Diagnostic;
        error.Code.ShouldBe(JudgingCodes.TooMuchWork);
        error.Help.ShouldNotBeNull();
    }

    [Fact]
    public void A_list_has_at_most_ten_thousand_elements()
    {
        var hundred = Write.ListOf([.. Enumerable.Range(0, 101).Select(_ => Write.Number(1))]);
        var tooMany = Write.For(hundred, Write.For(hundred, Write.Number(1), slot: 1), flattens: true);
        Should.Throw<JudgingException>(() => new Sketch().Evaluate(tooMany)).Diagnostic.Code.ShouldBe(JudgingCodes.ResultTooLong);
    }

    [Fact]
    public void A_long_chain_of_derived_facts_is_an_error_not_a_crash()
    {
        var sketch = new Sketch();
        Expression last = Write.Number(1);
        for (var i = 0; i < 20_000; i++)
        {
            last = new DerivedExpression(sketch.Derive($"d{i}", RuleScope.Case, new NegateExpression(last, FactType.PlainNumber, default)), ofBaseline: false, default);
        }

        Should.Throw<JudgingException>(() => sketch.Evaluate(last)).Diagnostic.Code.ShouldBe(JudgingCodes.TooMuchWork);
    }

    [Fact]
    public void Cancellation_is_noticed_within_a_few_thousand_steps()
    {
        var many = Write.ListOf([.. Enumerable.Range(0, 5_000).Select(_ => Write.Number(1))]);
        var sketch = new Sketch();
        sketch.Findings.Add(Write.Finding("f", Write.Some(many, Write.AtLeast(Write.Local(0, FactType.PlainNumber), 2)), RuleScope.Case));
        var pack = sketch.Pack();
        var plan = PlanBuilder.Build(pack);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        using var session = new ExactEngine().Open(plan, sketch.CaseFor(pack), null, cancelled.Token);
        Should.Throw<OperationCanceledException>(() => session.Conclude(plan.Findings[0].When, Subject.Case));
    }

    [Fact]
    public void A_rule_is_not_asked_about_the_wrong_kind_of_subject()
    {
        var sketch = new Sketch();
        sketch.Gates.Add(Write.Gate("g", Write.Known(sketch.OfOption("x"))));
        var pack = sketch.Pack();
        var plan = PlanBuilder.Build(pack);
        using var session = new ExactEngine().Open(plan, sketch.CaseFor(pack), null, CancellationToken.None);
        Should.Throw<ArgumentException>(() => session.Conclude(plan.Gates[0].Parts[0], Subject.Case));
    }
}
