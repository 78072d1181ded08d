using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class ListContains() : FixedFunction(
    "list contains",
    FactType.Boolean,
    "Whether an element of a list equals a value; where none does and one is not known, not known.",
    FunctionParameter.List("list"),
    new FunctionParameter("element", FactType.Null))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var result = Truth.False;
        foreach (ref readonly var item in arguments[0].List.Items.AsSpan())
        {
            switch (Elements.Same(item, arguments[1]))
            {
                case Truth.True:
                    return Value.True;
                case Truth.Unknown:
                    result = Truth.Unknown;
                    break;
            }
        }

        return Value.Of(result);
    }

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem) =>
        Typing.WithElement(arguments[0], arguments[1], out problem) is null ? null : FactType.Boolean;
}
