using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>What `x in xs` means: `x = a or x = b ...` for the elements. Unlike `list contains` it has its operands in text order, and an empty list holds nothing, known or not.</summary>
internal sealed class Membership : BuiltinFunction
{
    public static Membership Function { get; } = new();

    // A keyword, so that nobody can call it.
    public override string Name => "in";

    public override ImmutableArray<FunctionSignature> Signatures { get; } = [new FunctionSignature(["element", "list"], 2)];

    public override string Summary => "Whether a value equals an element of a list; where none does and one comparison is not known, not known.";

    public override bool TakesUnknown => true;

    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = arguments is [var element, ListType list] && Typing.Unify(element, list.Element) is not null ? null : "the elements of the list are of another type";
        return problem is null ? FactType.Boolean : null;
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        if (arguments[1].IsUnknown)
        {
            return Value.Unknown;
        }

        var result = Truth.False;
        foreach (ref readonly var item in arguments[1].List.Items.AsSpan())
        {
            switch (Elements.Same(arguments[0], item))
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
}
