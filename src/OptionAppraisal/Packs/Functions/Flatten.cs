using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Flatten(int levels) : FixedFunction(
    "flatten",
    Typing.AnyList,
    "The elements of a list and of the lists inside it, as one list.",
    FunctionParameter.List("list"))
{
    public Flatten()
        : this(0)
    {
    }

    // Where elements and lists of them stand side by side, only the type tells how many levels of lists there may be.
    public static Flatten Of(FactType list)
    {
        var levels = 0;
        for (var type = list; type is ListType { Element: ListType inner }; type = inner)
        {
            levels++;
        }

        return new(levels);
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var list = arguments[0].List;
        var (unknown, deepest, count) = (int.MaxValue, levels, 0L);
        Look(list, 0, ref unknown, ref deepest, ref count);

        // Above the deepest level, what is not known is a list of no known length.
        if (unknown < deepest)
        {
            return Value.Unknown;
        }

        Limits.CheckList(count);
        var items = ImmutableArray.CreateBuilder<Value>((int)count);
        Collect(list, items);
        return Limits.List(items);
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = null;
        var type = arguments[0];
        while (type is ListType { Element: ListType inner })
        {
            type = inner;
        }

        return type is ListType ? type : Typing.AnyList;
    }

    // The level nearest to the top with an element that is not known, the deepest level, and how many elements that are no lists.
    private static void Look(ValueList list, int level, ref int unknown, ref int deepest, ref long count)
    {
        deepest = Math.Max(deepest, level);
        foreach (ref readonly var item in list.Items.AsSpan())
        {
            if (item.Kind == ValueKind.List)
            {
                Look(item.List, level + 1, ref unknown, ref deepest, ref count);
                continue;
            }

            count++;
            unknown = item.IsUnknown ? Math.Min(unknown, level) : unknown;
        }
    }

    private static void Collect(ValueList list, ImmutableArray<Value>.Builder items)
    {
        foreach (ref readonly var item in list.Items.AsSpan())
        {
            if (item.Kind == ValueKind.List)
            {
                Collect(item.List, items);
            }
            else
            {
                items.Add(item);
            }
        }
    }
}
