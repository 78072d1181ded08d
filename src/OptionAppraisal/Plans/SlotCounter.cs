using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

// The size of the array that holds the variables of an expression.
internal static class SlotCounter
{
    public static int Count(Expression expression)
    {
        var count = expression switch
        {
            QuantifiedExpression quantified => quantified.Slot + 1,
            ForExpression each => each.Slot + 1,
            FilterExpression filter => filter.Slot + 1,
            _ => 0,
        };
        foreach (var operand in expression.Operands)
        {
            count = Math.Max(count, Count(operand));
        }

        return count;
    }
}
