using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

// Operators and `if`: which types and units go together, and what comes of them.
internal sealed partial class BindingPass
{
    private Expression? Binary(BinarySyntax syntax) => syntax.Operator switch
    {
        BinaryOperator.And or BinaryOperator.Or => Logical(syntax),
        < BinaryOperator.Equal => Arithmetic(syntax),
        _ => Comparison(syntax),
    };

    private Expression? Negate(NegateSyntax syntax)
    {
        if (Bind(syntax.Operand) is not { } operand)
        {
            return null;
        }

        return TypeAgreement.IsNumber(operand.Type)
            ? Made(new NegateExpression(operand, operand.Type is NullType ? FactType.LiteralNumber : operand.Type, syntax.Span))
            : WrongOperand("-", operand, "numbers", null);
    }

    // A chain is one node, however long: it is walked along its left side, not into it.
    private Expression? Logical(BinarySyntax syntax)
    {
        var chain = new List<SyntaxNode>();
        SyntaxNode left = syntax;
        while (left is BinarySyntax binary && binary.Operator == syntax.Operator)
        {
            chain.Add(binary.Right);
            left = binary.Left;
        }

        chain.Add(left);
        chain.Reverse();
        var operands = new List<Expression>(chain.Count);
        foreach (var part in chain)
        {
            if (Condition(part) is { } operand)
            {
                operands.Add(operand);
            }
        }

        return operands.Count == chain.Count ? Made(new LogicalExpression(syntax.Operator == BinaryOperator.And, [.. operands], syntax.Span)) : null;
    }

    private Expression? Arithmetic(BinarySyntax syntax)
    {
        var (left, right) = (Bind(syntax.Left), Bind(syntax.Right));
        if (left is null || right is null)
        {
            return null;
        }

        var sign = syntax.OperatorSpan.Text;
        if (syntax.Operator == BinaryOperator.Add && (left.Type is TextType || right.Type is TextType))
        {
            return Join(syntax, left, right);
        }

        if ((left.Type is DateType || right.Type is DateType) && syntax.Operator is BinaryOperator.Add or BinaryOperator.Subtract)
        {
            return Report(
                ExpressionCodes.NotInThisVersion,
                syntax.OperatorSpan,
                "arithmetic with dates is not in this version",
                "count whole months: `months_between(from, to)`");
        }

        foreach (var operand in (ReadOnlySpan<Expression>)[left, right])
        {
            if (!TypeAgreement.IsNumber(operand.Type))
            {
                return WrongOperand(sign, operand, "numbers", operand.Type is ListType { Element: NumberType } ? $"add it up: `sum({Shorten(operand.Span)})`" : null);
            }
        }

        return ArithmeticOfNumbers(syntax, left, right);
    }

    private Expression? ArithmeticOfNumbers(BinarySyntax syntax, Expression left, Expression right)
    {
        var (x, y) = (NumberOf(left), NumberOf(right));
        NumberType? type;
        ArithmeticOperator made;
        switch (syntax.Operator)
        {
            case BinaryOperator.Multiply:
                made = ArithmeticOperator.Multiply;
                type = x.Unit is null ? y : y.Unit is null ? x : new NumberType(x.Unit.Times(y.Unit));
                break;
            case BinaryOperator.Divide:
                made = ArithmeticOperator.Divide;
                type = y.Unit is null ? x : new NumberType((x.Unit ?? Unit.None).Per(y.Unit));
                break;
            case BinaryOperator.Power:
                made = ArithmeticOperator.Power;
                type = x.Unit is null && y.Unit is null ? FactType.LiteralNumber : FactType.PlainNumber;
                if (!HasNoUnit(left, x, syntax) | !HasNoUnit(right, y, syntax))
                {
                    return null;
                }

                break;
            default:
                made = syntax.Operator == BinaryOperator.Add ? ArithmeticOperator.Add : ArithmeticOperator.Subtract;
                type = TypeAgreement.Unify(x, y) as NumberType;
                break;
        }

        if (type is null)
        {
            return DoNotAgree(left, right, syntax.OperatorSpan);
        }

        return made == ArithmeticOperator.Divide && right is ConstantExpression { Value: { Kind: ValueKind.Number, Number: 0 } }
            ? Report(ExpressionCodes.ConstantOutOfDomain, syntax.Span, $"{Quote(syntax.Span)} divides by zero", "divide by something that is not always 0")
            : Made(new ArithmeticExpression(made, left, right, type, syntax.Span));
    }

    private bool HasNoUnit(Expression operand, NumberType type, BinarySyntax syntax)
    {
        if (type.Unit is null || type.Unit.IsNone)
        {
            return true;
        }

        Report(
            ExpressionCodes.DifferentUnits,
            operand.Span,
            $"{Quote(operand.Span)} is in {type.Unit}, but `{syntax.OperatorSpan.Text}` takes numbers without unit",
            "divide by a value of the same unit, or multiply it by itself");
        return false;
    }

    private static NumberType NumberOf(Expression operand) => operand.Type as NumberType ?? FactType.LiteralNumber;

    private Expression? Join(BinarySyntax syntax, Expression left, Expression right)
    {
        var other = left.Type is TextType ? right : left;
        return TypeAgreement.IsText(other.Type)
            ? Made(new ArithmeticExpression(ArithmeticOperator.Join, left, right, FactType.Text, syntax.Span))
            : Report(
                ExpressionCodes.DifferentTypes,
                syntax.OperatorSpan,
                $"{Quote(left.Span)} is {TypeAgreement.Describe(left.Type)} and {Quote(right.Span)} is {TypeAgreement.Describe(right.Type)}: they cannot be joined",
                $"make it a text: `string({Shorten(other.Span)})`");
    }

    private Expression? Comparison(BinarySyntax syntax)
    {
        if (syntax is { Left: RangeSyntax one, Right: RangeSyntax other, Operator: BinaryOperator.Equal or BinaryOperator.NotEqual })
        {
            return SameRange(one, other, syntax);
        }

        var (left, right) = Pair(syntax.Left, syntax.Right, null);
        return left is null || right is null ? null : Compare(syntax.Operator, syntax.OperatorSpan, left, right, syntax.Span);
    }

    /// <summary>A comparison of two things that are bound; one with the literal `null` asks whether the other is known.</summary>
    private Expression? Compare(BinaryOperator @operator, SourceSpan operatorSpan, Expression left, Expression right, SourceSpan span)
    {
        if (@operator is BinaryOperator.Equal or BinaryOperator.NotEqual)
        {
            if (IsNull(right) || IsNull(left))
            {
                return Asked(IsNull(right) ? left : right, @operator == BinaryOperator.NotEqual, span);
            }
        }
        else if (Unordered(left, right) is { } unordered)
        {
            return Report(
                ExpressionCodes.WrongType,
                operatorSpan,
                $"{Quote(unordered.Span)} is {TypeAgreement.Describe(unordered.Type)} and has no order",
                "compare with `=`, `!=` or `in`; numbers, dates and texts have an order");
        }

        if (TypeAgreement.Unify(left.Type, right.Type) is null)
        {
            return DoNotAgree(left, right, operatorSpan);
        }

        var made = (ComparisonOperator)(@operator - BinaryOperator.Equal);
        return Made(new ComparisonExpression(made, left, right, span));
    }

    private static Expression? Unordered(Expression left, Expression right) =>
        !TypeAgreement.HasOrder(left.Type) ? left : !TypeAgreement.HasOrder(right.Type) ? right : null;

    // A null made by working out constants is not the literal.
    private static bool IsNull(Expression expression) => expression is ConstantExpression { Type: NullType };

    private Expression? Between(BetweenSyntax syntax)
    {
        var operand = Bind(syntax.Operand);
        var (low, high) = (Bind(syntax.Low), Bind(syntax.High));
        return operand is null || low is null || high is null ? null : Range(operand, low, true, high, true, syntax.Span);
    }

    private Expression? If(IfSyntax syntax, FactType? expected)
    {
        var condition = Condition(syntax.Condition);
        var (then, @else) = Pair(syntax.Then, syntax.Else, expected);
        if (then is null || @else is null)
        {
            return null;
        }

        if (TypeAgreement.Unify(then.Type, @else.Type) is not { } type)
        {
            return DoNotAgree(then, @else, @else.Span);
        }

        return condition is null ? null : Made(new IfExpression(condition, then, @else, type, syntax.Span));
    }

    /// <summary>Two parts side by side: a bare word in one may be a member of the choice that the other is.</summary>
    private (Expression? Left, Expression? Right) Pair(SyntaxNode left, SyntaxNode right, FactType? expected)
    {
        if (expected is ChoiceType or ListType)
        {
            return (Bind(left, expected), Bind(right, expected));
        }

        if (WaitsForChoice(left) && !WaitsForChoice(right))
        {
            var second = Bind(right);
            return (Bind(left, TypeBeside(second)), second);
        }

        var first = Bind(left);
        var other = Bind(right, TypeBeside(first));
        return IsAlike(left, other?.Type) ? (null, other) : (first, other);
    }

    /// <summary>Whether a bare name that is in sight is spelt like a member of the choice beside it; reports it.</summary>
    private bool IsAlike(SyntaxNode syntax, FactType? beside)
    {
        if (syntax is NameSyntax name && beside is ChoiceType choice && choice.Has(name.Name) && Find(name.Name).Sight != Sight.None)
        {
            MemberAndName(name);
            return true;
        }

        return false;
    }

    /// <summary>Whether a part has a bare word that is no name in sight, so that only what stands beside it can tell what it is.</summary>
    private bool WaitsForChoice(SyntaxNode syntax) => syntax switch
    {
        NameSyntax name => Find(name.Name).Sight == Sight.None,
        IfSyntax @if => WaitsForChoice(@if.Then) || WaitsForChoice(@if.Else),
        ListSyntax list => list.Items.Any(WaitsForChoice),
        _ => false,
    };

    private Expression? WrongOperand(string sign, Expression operand, string takes, string? help) => Report(
        ExpressionCodes.WrongType,
        operand.Span,
        $"{Quote(operand.Span)} is {TypeAgreement.Describe(operand.Type)}, but `{sign}` takes {takes}",
        help ?? $"write {takes} there");

    private Expression? DoNotAgree(Expression left, Expression right, SourceSpan span)
    {
        if (TypeAgreement.DifferInUnit(left.Type, right.Type))
        {
            return Report(
                ExpressionCodes.DifferentUnits,
                span,
                $"{Quote(left.Span)} is {TypeAgreement.InUnit(left.Type)} and {Quote(right.Span)} {TypeAgreement.InUnit(right.Type)}",
                "use two amounts in one unit: give one of the facts the other's unit, or divide an amount by a fact or parameter in years to have it for a year");
        }

        return Report(
            ExpressionCodes.DifferentTypes,
            span,
            $"{Quote(left.Span)} is {TypeAgreement.Describe(left.Type)} and {Quote(right.Span)} is {TypeAgreement.Describe(right.Type)}",
            HelpToAgree(left, right) ?? HelpToAgree(right, left) ?? "write values of one kind on both sides: two numbers, two texts, two dates, or a choice and a member of it");
    }

    private static string? HelpToAgree(Expression one, Expression other) => (one.Type, other) switch
    {
        (ChoiceType choice, ConstantExpression { Value: { Kind: ValueKind.Text, Text: var text } }) => choice.Has(text)
            ? $"write the member without quotes: `{text}`"
            : Suggestion.Help(text, choice.Members.Select(m => m.Id), "members"),
        (DateType, ConstantExpression { Value: { Kind: ValueKind.Text, Text: var day } }) when DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
            $"write the date as `date(\"{day}\")`",
        (DateType, { Type: TextType }) => "write a date as `date(\"2002-04-01\")`",
        (ReferenceType, { Type: TextType }) => $"compare its id: `{Shorten(one.Span)}.id`",
        (ListType, { Type: not ListType }) => "ask with `in`, `some ... satisfies` or `count(...)`",
        (TextType, { Type: NumberType }) => $"make it a text: `string({Shorten(other.Span)})`",
        _ => null,
    };
}
