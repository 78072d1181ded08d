using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Sort() : FixedFunction(
    "sort",
    Typing.AnyList,
    "The numbers, texts or dates of a list from the least to the greatest.",
    FunctionParameter.List("list"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var list = arguments[0].List.Items;
        return Elements.AreKnown(list.AsSpan()) ? Value.Of(new ValueList(list.Sort(Elements.Compare))) : Value.Unknown;
    }

    internal override long Work(ReadOnlySpan<Value> arguments) => Elements.SortWork(base.Work(arguments));

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = arguments[0] is ListType list ? Typing.OrderProblem(list.Element) : null;
        return problem is null ? Typing.SameList(arguments, out problem) : null;
    }
}
