using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// Conditions, judged without making values of them and without copying the values they read: an appraisal spends its time here.
internal sealed partial class ExactSession
{
    private Truth Judge(Expression expression)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.Comparison:
                _work.Step(expression);
                return Compare((ComparisonExpression)expression);
            case ExpressionKind.RangeTest:
                _work.Step(expression);
                return RangeTest((RangeTestExpression)expression);
            case ExpressionKind.Logical:
                _work.Step(expression);
                GoDeeper(expression);
                var truth = Logical((LogicalExpression)expression);
                _depth--;
                return truth;
            default:
                Value room = default;
                return Look(expression, ref room).Truth;
        }
    }

    // The value of an expression where it is kept, which is no step of work, or in the room given where it has to be made.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly Value Look(Expression expression, ref Value room)
    {
        if (expression is ConstantExpression constant)
        {
            return ref constant.Kept;
        }

        if (expression is OptionFactExpression fact && (fact.OfBaseline ? Baseline : _option) is { } owner)
        {
            return ref owner.Facts.At(fact.Fact.Index).Value;
        }

        return ref LookFurther(expression, ref room);
    }

    private ref readonly Value LookFurther(Expression expression, ref Value room)
    {
        switch (expression.Kind)
        {
            case ExpressionKind.CaseFact:
                return ref _case.Facts.At(((CaseFactExpression)expression).Fact.Index).Value;
            case ExpressionKind.Derived when Kept((DerivedExpression)expression) is { } worth:
                return ref worth.Value;
        }

        room = Evaluate(expression);
        return ref room;
    }

    // The derived fact of an option where it is remembered; null where it is another's or was not worked out yet.
    private Worth? Kept(DerivedExpression expression) =>
        expression.Fact.Scope.Kind == RuleScopeKind.Option && (expression.OfBaseline ? Baseline : _option) is { } option ? Kept(expression.Fact, option) : null;

    private Truth Compare(ComparisonExpression expression)
    {
        Value leftRoom = default;
        Value rightRoom = default;
        ref readonly var left = ref Look(expression.Left, ref leftRoom);
        ref readonly var right = ref Look(expression.Right, ref rightRoom);
        if (left.Kind == ValueKind.List)
        {
            _work.Steps(left.List.Size, expression);
        }
        else if (left.Kind == ValueKind.Text)
        {
            _work.Steps(left.Text.Length / WorkLimit.CharactersForAStep, expression);
        }

        return Comparing.Compare(expression.Operator, left, right);
    }

    // FEEL: x >= low and x <= high.
    private Truth RangeTest(RangeTestExpression expression)
    {
        Value room = default;
        Value lowRoom = default;
        Value highRoom = default;
        ref readonly var value = ref Look(expression.Operand, ref room);
        ref readonly var low = ref Look(expression.Low, ref lowRoom);
        ref readonly var high = ref Look(expression.High, ref highRoom);
        var reaches = Comparing.Compare(expression.LowIncluded ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.Greater, value, low);
        return reaches == Truth.False
            ? Truth.False
            : Comparing.And(reaches, Comparing.Compare(expression.HighIncluded ? ComparisonOperator.LessOrEqual : ComparisonOperator.Less, value, high));
    }

    private Truth Logical(LogicalExpression expression)
    {
        var deciding = expression.IsAnd ? Truth.False : Truth.True;
        var result = Comparing.Not(deciding);
        foreach (var operand in expression.Operands)
        {
            var truth = Judge(operand);
            if (truth == deciding)
            {
                return deciding;
            }

            if (truth == Truth.Unknown)
            {
                result = Truth.Unknown;
            }
        }

        return result;
    }

    private bool NullTest(NullTestExpression expression)
    {
        Value room = default;
        return Look(expression.Operand, ref room).IsKnown == expression.WantsKnown;
    }
}
