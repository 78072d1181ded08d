using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Functions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>The list that `for x in a..b` goes through: from a to b by one, downwards where b is less. It has no name that can be written.</summary>
internal sealed class WholeNumbers : BuiltinFunction
{
    // The longest list that a case may hold, too.
    private const int Longest = 10_000;

    public static WholeNumbers Function { get; } = new();

    public override string Name => "a..b";

    public override ImmutableArray<FunctionSignature> Signatures { get; } = [new FunctionSignature(["from", "to"], 2)];

    public override string Summary => "The whole numbers from one to another, both included.";

    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        problem = arguments is [NumberType, NumberType] ? null : "both ends are numbers";
        return problem is null ? new ListType(arguments[0]) : null;
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var (from, to) = (arguments[0].Number, arguments[1].Number);
        if (from % 1 != 0 || to % 1 != 0)
        {
            return Value.Unknown;
        }

        // Far ends would overflow the difference first; that is the same error.
        if (Math.Abs(to - from) >= Longest)
        {
            throw new OverflowException("the range is too long");
        }

        var step = to < from ? -1 : 1;
        var items = ImmutableArray.CreateBuilder<Value>((int)Math.Abs(to - from) + 1);
        for (var number = from; number != to + step; number += step)
        {
            items.Add(Value.Of(number));
        }

        return Value.Of(new ValueList(items.ToImmutable()));
    }
}
