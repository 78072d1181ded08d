using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class IndexOf() : FixedFunction(
    "index of",
    Positions,
    "The positions, from 1, of the elements of a list that equal a value.",
    FunctionParameter.List("list"),
    new FunctionParameter("match", FactType.Null))
{
    private static ListType Positions { get; } = new(FactType.PlainNumber);

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var items = arguments[0].List.Items;
        var positions = ImmutableArray.CreateBuilder<Value>();
        for (var i = 0; i < items.Length; i++)
        {
            switch (Elements.Same(items[i], arguments[1]))
            {
                case Truth.True:
                    positions.Add(Value.Of((decimal)(i + 1)));
                    break;
                case Truth.Unknown:
                    return Value.Unknown;
            }
        }

        return Limits.List(positions);
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.WithElement(arguments[0], arguments[1], out problem) is null ? null : Positions;
}
