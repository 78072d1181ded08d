using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Analysis.Explaining;

// Asks the condition of each filter and quantifier of an expression for every element. One that stands inside the condition of another
// depends on its element, so only the outer one is told.
internal static class ElementReader
{
    public static ImmutableArray<ElementsExplanation> Explain(Expression expression, Func<Expression, Value> read)
    {
        var found = new List<ElementsExplanation>();
        Visit(expression, found, read);
        return [.. found.DistinctBy(f => f.Text, StringComparer.Ordinal)];
    }

    // A list comes before what goes through it.
    private static void Visit(Expression expression, List<ElementsExplanation> found, Func<Expression, Value> read)
    {
        switch (expression)
        {
            case FilterExpression filter:
                Visit(filter.List, found, read);
                Ask(filter, ElementsKind.Filter, filter.Slot, filter.List, filter.Condition, found, read);
                break;
            case QuantifiedExpression quantified:
                Visit(quantified.List, found, read);
                Ask(quantified, quantified.IsEvery ? ElementsKind.Every : ElementsKind.Some, quantified.Slot, quantified.List, quantified.Condition, found, read);
                break;
            case ForExpression each:
                Visit(each.List, found, read);
                break;
            default:
                foreach (var operand in expression.Operands)
                {
                    Visit(operand, found, read);
                }

                break;
        }
    }

    // `for x in list return condition` gives the truth for each element.
    private static void Ask(
        Expression whole, ElementsKind kind, int slot, Expression list, Expression condition, List<ElementsExplanation> found, Func<Expression, Value> read)
    {
        var elements = read(list);
        var truths = elements.IsUnknown ? elements : read(new ForExpression(slot, list, condition, false, new ListType(FactType.Boolean), whole.Span));
        if (truths.IsUnknown)
        {
            return;
        }

        var told = ImmutableArray.CreateBuilder<ElementExplanation>();
        var (holding, notKnown) = (0, 0);
        for (var i = 0; i < truths.List.Count; i++)
        {
            var truth = truths.List[i].Truth;
            holding += truth == Truth.True ? 1 : 0;
            notKnown += truth == Truth.Unknown ? 1 : 0;
            if (i < ElementsExplanation.MostElements)
            {
                told.Add(new(elements.List[i], truth));
            }
        }

        var type = list.Type is ListType { Element: var element } ? element : FactType.Null;
        found.Add(new(whole.Span.Text, whole.Span, kind, type, truths.List.Count, holding, notKnown, told.DrainToImmutable()));
    }
}
