namespace OptionAppraisal.Packs.Expressions;

/// <summary>The room that an expression needs for its variables.</summary>
internal static class ExpressionSlots
{
    /// <summary>The number of slots: one more than the greatest that the expression binds or reads, 0 where it has no variables.</summary>
    public static int Count(Expression expression)
    {
        var count = expression switch
        {
            LocalExpression local => local.Slot + 1,
            QuantifiedExpression quantified => quantified.Slot + 1,
            ForExpression loop => loop.Slot + 1,
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
