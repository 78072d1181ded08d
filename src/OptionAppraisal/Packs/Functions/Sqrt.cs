using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Sqrt() : FixedFunction(
    "sqrt",
    FactType.LiteralNumber,
    "The square root; not known below zero.",
    FunctionParameter.Number("number"))
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) =>
        DecimalMathematics.Sqrt(arguments[0].Number) is { } root ? Value.Of(root) : Value.Unknown;

    internal override long Work(ReadOnlySpan<Value> arguments) => 100;

    protected override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = null;
        if (arguments[0] is not NumberType { Unit: { } unit })
        {
            return FactType.LiteralNumber;
        }

        var root = unit.Root();
        problem = root is null ? $"`{unit}` has no square root" : null;
        return root is null ? null : new NumberType(root);
    }
}
