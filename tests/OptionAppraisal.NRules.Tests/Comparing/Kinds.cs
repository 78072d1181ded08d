using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.NRules.Tests.Comparing;

internal static class Kinds
{
    // The kinds of an expression and of all below it.
    public static IEnumerable<ExpressionKind> Of(Expression expression) => [expression.Kind, .. expression.Operands.SelectMany(Of)];
}
