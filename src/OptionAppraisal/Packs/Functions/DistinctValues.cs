using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class DistinctValues() : FixedFunction(
    "distinct values",
    Typing.AnyList,
    "The elements of a list, each once, in the order of their first places.",
    FunctionParameter.List("list"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Elements.Distinct(arguments[0].List.Items);

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.SameList(arguments, out problem);
}
