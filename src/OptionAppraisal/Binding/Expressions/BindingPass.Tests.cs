using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Cells and what stands after `in`: conditions that wait for their left side.
internal sealed partial class BindingPass
{
    private Expression? In(InSyntax syntax)
    {
        // `pooled_budget in routes`: the word on the left is a member of what the list holds.
        if (WaitsForChoice(syntax.Operand) && syntax.Tests is [var only] && only is not ListSyntax && !IsTest(only) && !WaitsForChoice(only))
        {
            var beside = Bind(only);
            var word = Bind(syntax.Operand, beside?.Type is ListType list ? list.Element : TypeBeside(beside));
            return word is null || beside is null ? null : Holds(word, beside, syntax.Span);
        }

        if (Bind(syntax.Operand) is not { } operand)
        {
            foreach (var test in syntax.Tests)
            {
                PassOver(test);
            }

            return null;
        }

        return Any(operand, syntax.Tests, syntax.Span, isCell: false, syntax.Operand);
    }

    /// <summary>Whether one of several tests holds.</summary>
    private Expression? Any(Expression operand, ImmutableArray<SyntaxNode> tests, SourceSpan span, bool isCell, SyntaxNode? written = null)
    {
        var made = new List<Expression>(tests.Length);
        foreach (var test in tests)
        {
            if (Test(operand, test, isCell, tests.Length == 1 ? span : test.Span, written) is { } bound)
            {
                made.Add(bound);
            }
        }

        if (made.Count != tests.Length)
        {
            return null;
        }

        return made switch
        {
            [] => Constant(false, span),
            [var only] => only,
            _ => Made(new LogicalExpression(false, [.. made], span)),
        };
    }

    /// <summary>The condition that a test states of an operand.</summary>
    public Expression? Test(Expression operand, SyntaxNode test, bool isCell) => Test(operand, test, isCell, test.Span, null);

    private Expression? Test(Expression operand, SyntaxNode test, bool isCell, SourceSpan span, SyntaxNode? written)
    {
        switch (test)
        {
            case AnySyntax:
                return Constant(true, span);
            case NullSyntax:
                return Asked(operand, false, span);
            case NotTestsSyntax not:
                return Any(operand, not.Tests, not.Span, isCell, written) is { } any ? Made(new NotExpression(any, span)) : null;
            case TestListSyntax list:
                return Any(operand, list.Tests, span, isCell, written);
            case UnaryTestSyntax unary:
                return Bind(unary.Operand, TypeBeside(operand)) is { } right
                    ? Compare(unary.Operator, unary.Span, operand, right, span)
                    : null;
            case RangeSyntax range:
                var (low, high) = (Bind(range.Low, operand.Type), Bind(range.High, operand.Type));
                return low is null || high is null ? null : Range(operand, low, range.LowIncluded, high, range.HighIncluded, span);
            case ListSyntax list when operand.Type is not ListType:
                return AnyOf(operand, list, span, written);
        }

        var value = Bind(test, TypeBeside(operand));
        if (value is null || IsWrittenAlike(written, value.Type))
        {
            return null;
        }

        if (isCell && value.Type is BooleanType && operand.Type is not BooleanType && test is not BooleanSyntax)
        {
            return Report(
                ExpressionCodes.MisplacedTest,
                span,
                $"{Quote(span)} is a whole condition, but a cell tests the fact that it stands beside",
                "write the test alone, such as `at least 5`, or give `when:` the condition as a whole");
        }

        return Holds(operand, value, span);
    }

    /// <summary>Whether an operand is a value, or is in the list that the value is.</summary>
    private Expression? Holds(Expression operand, Expression value, SourceSpan span)
    {
        if (value.Type is not ListType list || (operand.Type is ListType && TypeAgreement.Unify(operand.Type, list) is not null))
        {
            return Compare(BinaryOperator.Equal, value.Span, operand, value, span);
        }

        return TypeAgreement.Unify(operand.Type, list.Element) is null
            ? DoNotAgree(operand, value, value.Span)
            : Made(new CallExpression(Membership.Function, [operand, value], FactType.Boolean, span));
    }

    private Expression? AnyOf(Expression operand, ListSyntax list, SourceSpan span, SyntaxNode? written)
    {
        var made = new List<Expression>(list.Items.Length);
        var failed = false;
        foreach (var item in list.Items)
        {
            // In a list `null` is an element that is not known, not a question.
            var test = item is NullSyntax
                ? Made(new ComparisonExpression(ComparisonOperator.Equal, operand, new ConstantExpression(Value.Unknown, FactType.Null, item.Span), item.Span))
                : Test(operand, item, false, list.Items.Length == 1 ? span : item.Span, written);
            failed |= test is null;
            if (test is not null)
            {
                made.Add(test);
            }
        }

        return failed ? null : made switch
        {
            [] => Constant(false, span),
            [var only] => only,
            _ => Made(new LogicalExpression(false, [.. made], span)),
        };
    }

    private bool IsWrittenAlike(SyntaxNode? written, FactType beside) =>
        written is not null && IsAlike(written, beside is ListType list ? list.Element : beside);

    private static bool IsTest(SyntaxNode syntax) =>
        syntax is AnySyntax or NullSyntax or NotTestsSyntax or TestListSyntax or UnaryTestSyntax or RangeSyntax;

    // Beside an operand that is wrong the tests are still looked through for names that are not known.
    private void PassOver(SyntaxNode test)
    {
        switch (test)
        {
            case RangeSyntax range:
                Bind(range.Low, NoType.Instance);
                Bind(range.High, NoType.Instance);
                break;
            case UnaryTestSyntax unary:
                Bind(unary.Operand, NoType.Instance);
                break;
            case var value when !IsTest(value):
                Bind(value, NoType.Instance);
                break;
        }
    }

    /// <summary>Two ranges are the same where both ends are, and belong to both or to neither.</summary>
    private Expression? SameRange(RangeSyntax left, RangeSyntax right, BinarySyntax syntax)
    {
        var (leftLow, rightLow) = Pair(left.Low, right.Low, null);
        var (leftHigh, rightHigh) = Pair(left.High, right.High, null);
        if (leftLow is null || rightLow is null || leftHigh is null || rightHigh is null || !AreEnds(leftLow, leftHigh) || !AreEnds(rightLow, rightHigh))
        {
            return null;
        }

        var low = Compare(BinaryOperator.Equal, syntax.OperatorSpan, leftLow, rightLow, syntax.Span);
        var high = Compare(BinaryOperator.Equal, syntax.OperatorSpan, leftHigh, rightHigh, syntax.Span);
        if (low is null || high is null)
        {
            return null;
        }

        var same = left.LowIncluded == right.LowIncluded && left.HighIncluded == right.HighIncluded
            ? Made(new LogicalExpression(true, [low, high], syntax.Span))
            : Constant(false, syntax.Span);
        return same is null || syntax.Operator == BinaryOperator.Equal ? same : Made(new NotExpression(same, syntax.Span));
    }

    private Expression? Range(Expression operand, Expression low, bool lowIncluded, Expression high, bool highIncluded, SourceSpan span)
    {
        if (!AreEnds(low, high))
        {
            return null;
        }

        foreach (var end in (ReadOnlySpan<Expression>)[low, high])
        {
            if (TypeAgreement.Unify(operand.Type, end.Type) is null)
            {
                return DoNotAgree(operand, end, end.Span);
            }
        }

        return Made(new RangeTestExpression(operand, low, lowIncluded, high, highIncluded, span));
    }

    /// <summary>Whether two things can be the ends of one range; reports where they cannot.</summary>
    private bool AreEnds(Expression low, Expression high)
    {
        foreach (var end in (ReadOnlySpan<Expression>)[low, high])
        {
            if (end is ConstantExpression { Value.IsUnknown: true })
            {
                Report(ExpressionCodes.NullRangeEnd, end.Span, "a range cannot end in `null`", "test one side alone: `>= 5`, or in a cell `at least 5`");
                return false;
            }
        }

        if (TypeAgreement.Unify(low.Type, high.Type) is not { } ends)
        {
            DoNotAgree(low, high, high.Span);
            return false;
        }

        if (!TypeAgreement.HasOrder(ends))
        {
            WrongOperand("..", low, "numbers, dates and texts", "list the values: `in (a, b)`, or in a cell `any of a, b`");
            return false;
        }

        return true;
    }
}
