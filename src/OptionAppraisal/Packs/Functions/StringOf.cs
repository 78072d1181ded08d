using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class StringOf() : FixedFunction(
    "string",
    FactType.Text,
    "The value as text: a number without needless zeros, a date as 2002-04-01, a choice or a record by its id.",
    new FunctionParameter("from", FactType.Null))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of(arguments[0].ToString());

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = arguments[0] is ListType ? "`from` must be one value, not a list" : null;
        return problem is null ? FactType.Text : null;
    }
}
