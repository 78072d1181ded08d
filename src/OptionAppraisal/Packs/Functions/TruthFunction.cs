using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// Truths joined: one that decides wins, then what is not known, and none is the opposite of what decides.
internal abstract class TruthFunction(string name, string summary, bool decides) : ElementsFunction(name, summary)
{
    public sealed override bool TakesUnknown => true;

    public sealed override Value Invoke(ReadOnlySpan<Value> arguments) => Of(Elements.Of(arguments));

    protected sealed override FactType? ResultOf(FactType element, out string? problem)
    {
        problem = element is BooleanType or NullType ? null : $"it takes true and false, not {Typing.Given(element)}";
        return problem is null ? FactType.Boolean : null;
    }

    protected sealed override Value Of(ReadOnlySpan<Value> items)
    {
        var result = Value.Of(!decides);
        foreach (ref readonly var item in items)
        {
            if (item.IsUnknown)
            {
                result = item;
            }
            else if ((item.Truth == Truth.True) == decides)
            {
                return item;
            }
        }

        return result;
    }
}
