using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// What each kind of operation gives. One method a kind keeps the stack frames small.
internal sealed partial class ExactSession
{
    private Value Operate(Expression expression) => expression.Kind switch
    {
        ExpressionKind.Comparison => Value.Of(Compare((ComparisonExpression)expression)),
        ExpressionKind.Logical => Value.Of(Logical((LogicalExpression)expression)),
        ExpressionKind.RangeTest => Value.Of(RangeTest((RangeTestExpression)expression)),
        ExpressionKind.Derived => Derived((DerivedExpression)expression),
        ExpressionKind.Arithmetic => Arithmetic((ArithmeticExpression)expression),
        ExpressionKind.Not => Value.Of(Comparing.Not(Judge(((NotExpression)expression).Operand))),
        ExpressionKind.NullTest => Value.Of(NullTest((NullTestExpression)expression)),
        ExpressionKind.If => Choose((IfExpression)expression),
        ExpressionKind.Negate => Negate((NegateExpression)expression),
        ExpressionKind.RecordFact => RecordFact((RecordFactExpression)expression),
        ExpressionKind.RecordAttribute => RecordAttribute((RecordAttributeExpression)expression),
        ExpressionKind.Quantified => Quantify((QuantifiedExpression)expression),
        ExpressionKind.For => ForEach((ForExpression)expression),
        ExpressionKind.Filter => Filter((FilterExpression)expression),
        ExpressionKind.Index => ElementAt((IndexExpression)expression),
        ExpressionKind.Property => DatePart((PropertyExpression)expression),
        ExpressionKind.Call => Call((CallExpression)expression),
        ExpressionKind.List => MakeList((ListExpression)expression),
        ExpressionKind.Member => Member((MemberExpression)expression),
        ExpressionKind.Grade => Grade((GradeExpression)expression),
        ExpressionKind.DerivedTable => DerivedTable((DerivedTableExpression)expression),
        _ => throw new InvalidOperationException($"the engine does not know expressions of kind {expression.Kind}"),
    };

    private Value Choose(IfExpression expression) => Judge(expression.Condition) switch
    {
        Truth.True => Evaluate(expression.Then),
        Truth.False => Evaluate(expression.Else),
        _ => default,
    };

    private Value Negate(NegateExpression expression)
    {
        var value = Evaluate(expression.Operand);
        return value.IsUnknown ? default : Value.Of(-value.Number);
    }

    private Value Arithmetic(ArithmeticExpression expression)
    {
        Value leftRoom = default;
        Value rightRoom = default;
        ref readonly var left = ref Look(expression.Left, ref leftRoom);
        ref readonly var right = ref Look(expression.Right, ref rightRoom);
        if (left.IsUnknown || right.IsUnknown)
        {
            return default;
        }

        if (expression.Operator == ArithmeticOperator.Join)
        {
            var length = left.Text.Length + right.Text.Length;
            _work.Steps(length / WorkLimit.CharactersForAStep, expression);
            return length > WorkLimit.LongestText ? throw JudgingErrors.TooLarge(expression) : Value.Of(left.Text + right.Text);
        }

        if (expression.Operator == ArithmeticOperator.Power)
        {
            _work.Steps(WorkLimit.StepsOfPower, expression);
        }

        try
        {
            return expression.Operator switch
            {
                ArithmeticOperator.Add => Value.Of(left.Number + right.Number),
                ArithmeticOperator.Subtract => Value.Of(left.Number - right.Number),
                ArithmeticOperator.Multiply => Value.Of(left.Number * right.Number),
                ArithmeticOperator.Divide => right.Number == 0 ? default : Value.Of(left.Number / right.Number),
                _ => DecimalMathematics.Power(left.Number, right.Number) is { } power ? Value.Of(power) : default,
            };
        }
        catch (OverflowException)
        {
            throw JudgingErrors.TooLarge(expression);
        }
    }

    private Value RecordFact(RecordFactExpression expression)
    {
        var record = Evaluate(expression.Record);
        return record.IsUnknown ? default : record.Record.Facts[expression.Fact.Index];
    }

    private Value RecordAttribute(RecordAttributeExpression expression)
    {
        var record = Evaluate(expression.Record);
        return record.IsUnknown ? default : Value.Of(expression.IsTitle ? record.Record.Title : record.Record.Id);
    }

    private Value Quantify(QuantifiedExpression expression)
    {
        var list = Evaluate(expression.List);
        if (list.IsUnknown)
        {
            return default;
        }

        var deciding = expression.IsEvery ? Truth.False : Truth.True;
        var known = true;
        foreach (var item in list.List.Items)
        {
            _locals[_frame + expression.Slot] = item;
            var truth = Evaluate(expression.Condition).Truth;
            if (truth == deciding)
            {
                return Value.Of(!expression.IsEvery);
            }

            known &= truth != Truth.Unknown;
        }

        return known ? Value.Of(expression.IsEvery) : default;
    }

    private Value ForEach(ForExpression expression)
    {
        var list = Evaluate(expression.List);
        if (list.IsUnknown)
        {
            return default;
        }

        var result = ImmutableArray.CreateBuilder<Value>(list.List.Count);
        foreach (var item in list.List.Items)
        {
            _locals[_frame + expression.Slot] = item;
            var value = Evaluate(expression.Body);
            if (!expression.Flattens)
            {
                result.Add(value);
            }
            else if (value.IsUnknown)
            {
                return default;
            }
            else
            {
                _work.Steps(value.List.Count, expression);
                result.AddRange(value.List.Items);
            }

            if (result.Count > WorkLimit.LongestList)
            {
                throw JudgingErrors.TooLong(expression);
            }
        }

        return Made(new ValueList(result.DrainToImmutable()), expression);
    }

    private Value Filter(FilterExpression expression)
    {
        var list = Evaluate(expression.List);
        if (list.IsUnknown)
        {
            return default;
        }

        var result = ImmutableArray.CreateBuilder<Value>();
        foreach (var item in list.List.Items)
        {
            _locals[_frame + expression.Slot] = item;
            switch (Evaluate(expression.Condition).Truth)
            {
                case Truth.Unknown:
                    return default;
                case Truth.True:
                    result.Add(item);
                    break;
            }
        }

        return Made(new ValueList(result.DrainToImmutable()), expression);
    }

    private Value ElementAt(IndexExpression expression)
    {
        var list = Evaluate(expression.List);
        var index = Evaluate(expression.Index);
        return list.IsUnknown || index.IsUnknown || PlaceOf(index.Number, list.List.Count) is not { } place ? default : list.List[place];
    }

    private static int? PlaceOf(decimal index, int count)
    {
        if (index == 0 || Math.Abs(index) > count || decimal.Truncate(index) != index)
        {
            return null;
        }

        return index > 0 ? (int)index - 1 : count + (int)index;
    }

    private Value DatePart(PropertyExpression expression)
    {
        var value = Evaluate(expression.Date);
        if (value.IsUnknown)
        {
            return default;
        }

        var date = value.Date;
        return Value.Of((decimal)(expression.Property switch
        {
            DateProperty.Year => date.Year,
            DateProperty.Month => date.Month,
            DateProperty.Day => date.Day,
            _ => date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek,
        }));
    }

    private Value Call(CallExpression expression)
    {
        var few = default(FewValues);
        var count = expression.Operands.Length;
        var arguments = count <= FewValues.Capacity ? ((Span<Value>)few)[..count] : new Value[count];
        for (var i = 0; i < count; i++)
        {
            var argument = Evaluate(expression.Operands[i]);
            if (argument.IsUnknown && !expression.Function.TakesUnknown)
            {
                return default;
            }

            arguments[i] = argument;
        }

        _work.Steps(expression.Function.Work(arguments), expression);
        try
        {
            var result = expression.Function.Invoke(arguments);
            switch (result.Kind)
            {
                case ValueKind.List:
                    return Made(result.List, expression);
                case ValueKind.Text:
                    _work.Steps(result.Text.Length / WorkLimit.CharactersForAStep, expression);
                    break;
            }

            return result;
        }
        catch (OverflowException)
        {
            throw JudgingErrors.TooLarge(expression);
        }
    }

    private Value MakeList(ListExpression expression)
    {
        var items = ImmutableArray.CreateBuilder<Value>(expression.Operands.Length);
        foreach (var item in expression.Operands)
        {
            items.Add(Evaluate(item));
        }

        return Made(new ValueList(items.MoveToImmutable()), expression);
    }

    // A list made: it takes memory, and what it holds may be walked by whoever reads it.
    private Value Made(ValueList list, Expression expression)
    {
        _work.Steps((long)list.Count * WorkLimit.StepsOfAnElement, expression);
        return list.Size > WorkLimit.LargestNest ? throw JudgingErrors.TooLong(expression) : Value.Of(list);
    }

    [InlineArray(Capacity)]
    private struct FewValues
    {
        public const int Capacity = 3;
        private Value _first;
    }
}
