using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Expressions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Syntax.Expressions;

public class ExpressionParserTests
{
    private static readonly ExpressionParser Parser = new(
        ["round up", "round half up", "string length", "list contains", "day of year", "index of", "insert before", "count", "sum", "min", "max"],
        ["Total Cost", "Total Cost After", "fee-for-service"]);

    public static TheoryData<string> Expressions => SyntaxCases.Read("Expressions/expressions.txt");

    public static TheoryData<string> WrongExpressions => SyntaxCases.Read("Expressions/wrong_expressions.txt");

    public static TheoryData<string> Cells => SyntaxCases.Read("Expressions/cells.txt");

    public static TheoryData<string> WrongCells => SyntaxCases.Read("Expressions/wrong_cells.txt");

    public static TheoryData<string> Templates => SyntaxCases.Read("Expressions/templates.txt");

    [Theory]
    [MemberData(nameof(Expressions))]
    public void An_expression_becomes_its_tree(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        var tree = SyntaxText.Of(Parser.ParseExpression(SyntaxCases.Scalar(text), bag));
        (bag.Count > 0 ? Shown(bag) : tree).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(WrongExpressions))]
    public void A_wrong_expression_is_refused_at_its_places_with_help(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        Parser.ParseExpression(SyntaxCases.Scalar(text), bag);
        Answer(bag).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_becomes_its_tests(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        var tree = SyntaxText.Of(Parser.ParseCell(SyntaxCases.Scalar(text), bag));
        (bag.Count > 0 ? Shown(bag) : tree).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(WrongCells))]
    public void A_wrong_cell_is_refused_at_its_places_with_help(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        Parser.ParseCell(SyntaxCases.Scalar(text), bag);
        Answer(bag).ShouldBe(wanted);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void A_template_becomes_words_and_slots(string line)
    {
        var (text, wanted) = SyntaxCases.Split(line);
        var bag = new DiagnosticBag();
        var segments = Parser.ParseTemplate(SyntaxCases.Scalar(text), bag);
        var shown = string.Concat(segments.Select(s => s.Slot is { } slot ? $"<{SyntaxText.Of(slot)}>" : $"'{s.Words}'"));
        (bag.Count > 0 ? Answer(bag) : shown).ShouldBe(wanted);
    }

    // The codes with their places, and after a bar the first help.
    private static string Answer(DiagnosticBag bag)
    {
        var all = bag.ToSorted();
        return all.IsEmpty ? "nothing" : $"{SyntaxCases.Problems(bag)} | {all[0].Help}";
    }

    private static string Shown(DiagnosticBag bag) => string.Join(" & ", bag.ToSorted().Select(d => $"{d.Code.Id}@{d.Span.Start} {d.Message}"));
}
