using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Expressions;

public class ExpressionBinderTests
{
    public static TheoryData<string> Types => CaseFile.Read("types.txt");

    public static TheoryData<string> Trees => CaseFile.Read("trees.txt");

    public static TheoryData<string> Cells => CaseFile.Read("cells.txt");

    public static TheoryData<string> Errors => CaseFile.Read("errors.txt");

    [Theory]
    [MemberData(nameof(Types))]
    public void An_expression_has_its_type(string line)
    {
        var (scope, text, wanted) = CaseFile.Split(line);
        var bag = new DiagnosticBag();
        var bound = TestNames.Bind(scope, text, bag);
        Answer(bound is null ? null : ExpressionText.Of(bound.Type), bag).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(Trees))]
    public void An_expression_becomes_its_tree(string line)
    {
        var (scope, text, wanted) = CaseFile.Split(line);
        var bag = new DiagnosticBag();
        var bound = TestNames.Bind(scope, text, bag);
        Answer(bound is null ? null : ExpressionText.Of(bound), bag).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_becomes_a_condition(string line)
    {
        var (scope, rest, wanted) = CaseFile.Split(line);
        var key = rest[..rest.IndexOf(';', StringComparison.Ordinal)];
        var bag = new DiagnosticBag();
        var bound = TestNames.BindCell(scope, key.Trim(), rest[(key.Length + 1)..].Trim(), bag);
        Answer(bound is null ? null : ExpressionText.Of(bound), bag).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_wrong_expression_is_refused_at_its_place(string line)
    {
        var (scope, text, wanted) = CaseFile.Split(line);
        var bag = new DiagnosticBag();
        var bound = TestNames.Bind(scope, text, bag);
        Answer(bound is null ? null : ExpressionText.Of(bound), bag).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_problem_is_worded_as_the_house_words_problems(string line)
    {
        var (scope, text, _) = CaseFile.Split(line);
        var bag = new DiagnosticBag();
        TestNames.Bind(scope, text, bag);
        foreach (var diagnostic in bag.ToSorted())
        {
            diagnostic.Message.ShouldNotEndWith(".");
            char.IsUpper(diagnostic.Message[0]).ShouldBeFalse();
            diagnostic.Message.ShouldNotContain("Syntax", Case.Sensitive);
            diagnostic.Message.ShouldNotContain("Expression", Case.Sensitive);
        }
    }

    [Fact]
    public void Every_code_of_expressions_is_met_in_the_case_files()
    {
        var lines = string.Join('\n', CaseFile.Lines("errors.txt").Concat(CaseFile.Lines("cells.txt")));
        ExpressionCodes.All.Select(c => c.Id).Where(c => !lines.Contains(c, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("annual_cost", "GBP/year")]
    [InlineData("annual_cost * 2", "GBP/year")]
    [InlineData("3", "GBP/year")]
    [InlineData("share", "")]
    public void An_expected_unit_is_met(string text, string unit)
    {
        var bag = new DiagnosticBag();
        TestNames.Bind("option", text, bag, TestNames.Number(unit)).ShouldNotBeNull();
        bag.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData("annual_cost", "")]
    [InlineData("setup_cost", "GBP/year")]
    [InlineData("agreement", "")]
    public void Another_type_or_unit_than_expected_is_refused(string text, string unit)
    {
        var bag = new DiagnosticBag();
        TestNames.Bind("option", text, bag, TestNames.Number(unit)).ShouldBeNull();
        bag.ToSorted().ShouldHaveSingleItem().Code.ShouldBe(ExpressionCodes.UnexpectedType);
    }

    [Fact]
    public void A_number_of_any_unit_may_be_expected()
    {
        var bag = new DiagnosticBag();
        TestNames.Bind("option", "annual_cost", bag, FactType.LiteralNumber).ShouldNotBeNull();
    }

    [Fact]
    public void A_condition_must_be_true_or_false()
    {
        var bag = new DiagnosticBag();
        TestNames.BindCondition("option", "quality + 1", bag).ShouldBeNull();
        var diagnostic = bag.ToSorted().ShouldHaveSingleItem();
        diagnostic.Code.ShouldBe(ExpressionCodes.UnexpectedType);
        diagnostic.Help.ShouldBe("compare it: `quality + 1 > 0`");
    }

    [Fact]
    public void All_problems_of_an_expression_are_found_at_once()
    {
        var bag = new DiagnosticBag();
        TestNames.Bind("option", "qualty > 3 and stafff < 4 and annual_cost + setup_cost > 0", bag);
        bag.Count.ShouldBe(3);
    }

    [Fact]
    public void A_derived_fact_in_a_circle_says_nothing_more()
    {
        var bag = new DiagnosticBag();
        TestNames.Bind("option", "circular + 1 > 2", bag).ShouldBeNull();
        bag.Count.ShouldBe(0);
    }

    [Fact]
    public void A_very_long_chain_of_conditions_is_one_node()
    {
        var bag = new DiagnosticBag();
        var bound = TestNames.Bind("option", string.Join(" and ", Enumerable.Repeat("agreement", 190)), bag);
        bag.Count.ShouldBe(0);
        bound.ShouldNotBeNull().Operands.Length.ShouldBe(190);
    }

    [Theory]
    [InlineData("+")]
    [InlineData("-")]
    [InlineData("/")]
    public void A_very_long_sum_is_refused_and_not_run_into(string sign)
    {
        var bag = new DiagnosticBag();
        TestNames.Bind("option", string.Join(sign, Enumerable.Repeat("quality", 500)), bag).ShouldBeNull();
        bag.HasErrors.ShouldBeTrue();
    }

    private static string Answer(string? value, DiagnosticBag bag) => bag.Count == 0
        ? value ?? "nothing"
        : string.Join(' ', bag.ToSorted().Select(d => $"{d.Code.Id}@{d.Span.Start.Column}"));
}
