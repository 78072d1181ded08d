using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>Works out an expression whose parts are constant; what has no value, or is too large, is an error now rather than in every case.</summary>
/// <remarks>The parts are folded already. What binds a variable, or compares lists, is left as it is.</remarks>
internal static class ConstantFolder
{
    /// <summary>A constant, the expression itself where it is not constant, or null where the constant is wrong, which was reported.</summary>
    public static Expression? Fold(Expression expression, DiagnosticBag bag)
    {
        foreach (var operand in expression.Operands)
        {
            if (operand is not ConstantExpression)
            {
                return expression;
            }
        }

        try
        {
            if (Evaluate(expression) is not { } value)
            {
                return expression;
            }

            if (value.IsKnown || HasUnknown(expression))
            {
                return new ConstantExpression(value, expression.Type, expression.Span);
            }

            bag.Add(
                ExpressionCodes.ConstantOutOfDomain,
                expression.Span,
                $"`{expression}` has no value",
                expression is CallExpression call ? $"`{call.Function.Name}` is not defined for this" : "write what has one");
            return null;
        }
        catch (OverflowException)
        {
            bag.Add(ExpressionCodes.ConstantOverflow, expression.Span, $"`{expression}` is too large", "a number has at most 28 digits, a list 10000 elements");
            return null;
        }
    }

    // Null: not a thing that is worked out here.
    private static Value? Evaluate(Expression expression) => expression switch
    {
        NegateExpression => ValueOf(expression, 0) is { IsKnown: true } number ? Value.Of(-number.Number) : Value.Unknown,
        ArithmeticExpression arithmetic => Arithmetic(arithmetic),
        ComparisonExpression comparison => Comparison(comparison),
        NullTestExpression test => Value.Of(ValueOf(test, 0).IsKnown == test.WantsKnown),
        LogicalExpression logical => Logical(logical),
        NotExpression => ValueOf(expression, 0) is { IsKnown: true } condition ? Value.Of(condition.Truth == Truth.False) : Value.Unknown,
        RangeTestExpression range => Range(range),
        IfExpression => ValueOf(expression, 0).Truth switch
        {
            Truth.True => ValueOf(expression, 1),
            Truth.False => ValueOf(expression, 2),
            _ => Value.Unknown,
        },
        PropertyExpression property => Property(property),
        IndexExpression => Index(ValueOf(expression, 0), ValueOf(expression, 1)),
        ListExpression list => Value.Of(new ValueList([.. list.Operands.Select(o => ((ConstantExpression)o).Value)])),
        CallExpression call => Call(call),
        _ => null,
    };

    private static Value ValueOf(Expression expression, int operand) => ((ConstantExpression)expression.Operands[operand]).Value;

    private static Value Arithmetic(ArithmeticExpression arithmetic)
    {
        var (left, right) = (ValueOf(arithmetic, 0), ValueOf(arithmetic, 1));
        if (left.IsUnknown || right.IsUnknown)
        {
            return Value.Unknown;
        }

        return arithmetic.Operator switch
        {
            ArithmeticOperator.Add => Value.Of(left.Number + right.Number),
            ArithmeticOperator.Subtract => Value.Of(left.Number - right.Number),
            ArithmeticOperator.Multiply => Value.Of(left.Number * right.Number),
            ArithmeticOperator.Divide => right.Number == 0 ? Value.Unknown : Value.Of(left.Number / right.Number),
            ArithmeticOperator.Power => DecimalMathematics.Power(left.Number, right.Number) is { } power ? Value.Of(power) : Value.Unknown,
            _ => Value.Of(left.Text + right.Text),
        };
    }

    private static Value? Comparison(ComparisonExpression comparison)
    {
        var (left, right) = (ValueOf(comparison, 0), ValueOf(comparison, 1));
        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
        {
            return null;
        }

        if (left.IsUnknown || right.IsUnknown)
        {
            return Value.Unknown;
        }

        return comparison.Operator switch
        {
            ComparisonOperator.Equal => Value.Of(left == right),
            ComparisonOperator.NotEqual => Value.Of(left != right),
            ComparisonOperator.Less => Value.Of(Order(left, right) < 0),
            ComparisonOperator.LessOrEqual => Value.Of(Order(left, right) <= 0),
            ComparisonOperator.Greater => Value.Of(Order(left, right) > 0),
            _ => Value.Of(Order(left, right) >= 0),
        };
    }

    private static int Order(Value left, Value right) => left.Kind switch
    {
        ValueKind.Number => left.Number.CompareTo(right.Number),
        ValueKind.Date => left.Date.CompareTo(right.Date),
        _ => string.CompareOrdinal(left.Text, right.Text),
    };

    private static Value Logical(LogicalExpression logical)
    {
        var decisive = logical.IsAnd ? Truth.False : Truth.True;
        var unknown = false;
        foreach (var operand in logical.Operands)
        {
            var truth = ((ConstantExpression)operand).Value.Truth;
            if (truth == decisive)
            {
                return Value.Of(decisive);
            }

            unknown |= truth == Truth.Unknown;
        }

        return unknown ? Value.Unknown : Value.Of(logical.IsAnd);
    }

    private static Value Range(RangeTestExpression range)
    {
        var (operand, low, high) = (ValueOf(range, 0), ValueOf(range, 1), ValueOf(range, 2));
        if (operand.IsUnknown)
        {
            return Value.Unknown;
        }

        var (above, below) = (Order(operand, low), Order(operand, high));
        return Value.Of((above > 0 || (above == 0 && range.LowIncluded)) && (below < 0 || (below == 0 && range.HighIncluded)));
    }

    private static Value Property(PropertyExpression property)
    {
        var value = ValueOf(property, 0);
        if (value.IsUnknown)
        {
            return Value.Unknown;
        }

        var date = value.Date;
        return Value.Of((decimal)(property.Property switch
        {
            DateProperty.Year => date.Year,
            DateProperty.Month => date.Month,
            DateProperty.Day => date.Day,
            _ => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek,
        }));
    }

    private static Value Index(Value list, Value index)
    {
        if (list.IsUnknown || index.IsUnknown || index.Number % 1 != 0)
        {
            return Value.Unknown;
        }

        var count = list.List.Count;
        var place = index.Number < 0 ? count + index.Number : index.Number - 1;
        return place >= 0 && place < count && index.Number != 0 ? list.List[(int)place] : Value.Unknown;
    }

    private static Value Call(CallExpression call)
    {
        var arguments = new Value[call.Operands.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = ValueOf(call, i);
            if (arguments[i].IsUnknown && !call.Function.TakesUnknown)
            {
                return Value.Unknown;
            }
        }

        return call.Function.Invoke(arguments);
    }

    // A constant that is not known because one of its parts is not is no mistake.
    private static bool HasUnknown(Expression expression)
    {
        foreach (var operand in expression.Operands)
        {
            if (HasUnknown(((ConstantExpression)operand).Value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasUnknown(Value value)
    {
        if (value.Kind != ValueKind.List)
        {
            return value.IsUnknown;
        }

        foreach (var item in value.List.Items)
        {
            if (HasUnknown(item))
            {
                return true;
            }
        }

        return false;
    }
}
