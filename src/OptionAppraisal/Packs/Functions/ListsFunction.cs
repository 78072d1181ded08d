using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A list made of the elements of one or more lists of one type, in order.
internal abstract class ListsFunction(string name, string summary) : BuiltinFunction
{
    private static readonly ImmutableArray<FunctionSignature> Forms = [new(["list"], 1, IsVariadic: true)];

    public sealed override string Name => name;

    public sealed override string Summary => summary;

    public sealed override ImmutableArray<FunctionSignature> Signatures => Forms;

    public sealed override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = Typing.CountProblem(arguments.Length, Forms);
        for (var i = 0; problem is null && i < arguments.Length; i++)
        {
            problem = Typing.Problem(FunctionParameter.List("list"), arguments[i]);
        }

        var type = problem is null ? Typing.UnifyAll(arguments.AsSpan(), out problem) : null;
        return type is NullType ? Typing.AnyList : type;
    }

    protected static ImmutableArray<Value> Joined(ReadOnlySpan<Value> lists)
    {
        if (lists.Length == 1)
        {
            return lists[0].List.Items;
        }

        var count = 0L;
        foreach (ref readonly var list in lists)
        {
            count += list.List.Count;
        }

        Limits.CheckList(count);
        var items = ImmutableArray.CreateBuilder<Value>((int)count);
        foreach (ref readonly var list in lists)
        {
            items.AddRange(list.List.Items);
        }

        return items.MoveToImmutable();
    }
}
