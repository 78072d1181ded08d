using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// The least or the greatest of numbers, texts or dates.
internal abstract class ExtremeFunction(string name, string summary, int sign) : ElementsFunction(name, summary)
{
    protected sealed override FactType? ResultOf(FactType element, out string? problem)
    {
        problem = Typing.OrderProblem(element);
        return problem is null ? element : null;
    }

    protected sealed override Value Of(ReadOnlySpan<Value> items)
    {
        if (items.IsEmpty)
        {
            return Value.Unknown;
        }

        var best = items[0];
        foreach (ref readonly var item in items[1..])
        {
            best = sign * Elements.Compare(item, best) > 0 ? item : best;
        }

        return best;
    }
}
