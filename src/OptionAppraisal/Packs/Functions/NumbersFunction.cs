using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A number made of numbers of one unit, in that unit.
internal abstract class NumbersFunction(string name, string summary) : ElementsFunction(name, summary)
{
    protected sealed override FactType? ResultOf(FactType element, out string? problem)
    {
        problem = element is NumberType or NullType ? null : $"it takes numbers, not {Typing.Given(element)}";
        return problem is not null ? null : element is NumberType ? element : FactType.LiteralNumber;
    }

    protected static decimal Total(ReadOnlySpan<Value> items)
    {
        var total = 0m;
        foreach (ref readonly var item in items)
        {
            total += item.Number;
        }

        return total;
    }
}
