using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// What a list or a text made by a function may hold at most.
internal static class Limits
{
    public const int ListElements = 10_000;
    public const int TextCharacters = 65_536;

    public static Value List(ImmutableArray<Value>.Builder items) => Value.Of(new ValueList(items.DrainToImmutable()));

    public static void CheckList(long count)
    {
        if (count > ListElements)
        {
            throw new OverflowException("a list holds 10,000 elements at most");
        }
    }

    public static void CheckText(long count)
    {
        if (count > TextCharacters)
        {
            throw new OverflowException("a text holds 65,536 characters at most");
        }
    }
}
