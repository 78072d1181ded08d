using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Append : BuiltinFunction
{
    public override string Name => "append";

    public override ImmutableArray<FunctionSignature> Signatures { get; } = [new(["list", "item"], 2, IsVariadic: true)];

    public override string Summary => "The list with items added at its end.";

    // An item that is not known is added as such.
    public override bool TakesUnknown => true;

    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = Typing.CountProblem(arguments.Length, Signatures) ?? Typing.Problem(FunctionParameter.List("list"), arguments[0]);
        var type = problem is null ? arguments[0] : null;
        for (var i = 1; type is not null && i < arguments.Length; i++)
        {
            type = Typing.WithElement(type, arguments[i], out problem);
        }

        return type;
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsUnknown)
        {
            return Value.Unknown;
        }

        var list = arguments[0].List.Items;
        var added = arguments[1..];
        Limits.CheckList((long)list.Length + added.Length);
        return Value.Of(new ValueList([.. list, .. added]));
    }
}
