using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A number rounded to a number of decimals, in its unit. Fractions of the scale are dropped; below zero it counts tens.
internal abstract class RoundingFunction(string name, string summary, Rounding rounding, bool needsScale = true)
    : FixedFunction(
        name,
        FactType.LiteralNumber,
        summary,
        FunctionParameter.Number("n"),
        FunctionParameter.PlainNumber("scale", isOptional: !needsScale))
{
    // FEEL's range of scales.
    private const int LeastScale = -6111;
    private const int GreatestScale = 6176;

    public sealed override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var scale = arguments.Length > 1 ? Elements.Whole(arguments[1]) : 0;
        return scale is < LeastScale or > GreatestScale
            ? Value.Unknown
            : Value.Of(DecimalRounding.Round(arguments[0].Number, scale, rounding));
    }

    protected sealed override FactType? ResultOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = null;
        return arguments[0] is NumberType number ? number : FactType.LiteralNumber;
    }
}
