using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

// A function of the elements of one list, or of elements given one by one.
internal abstract class ElementsFunction(string name, string summary) : BuiltinFunction
{
    private static readonly ImmutableArray<FunctionSignature> Forms = [new(["list"], 1), new(["element"], 1, IsVariadic: true)];

    public sealed override string Name => name;

    public sealed override string Summary => summary;

    public sealed override ImmutableArray<FunctionSignature> Signatures => Forms;

    public override FactType? TypeOf(ImmutableArray<FactType> arguments, out string? problem)
    {
        var element = Typing.Elements(arguments, out problem);
        return element is null ? null : ResultOf(element, out problem);
    }

    public override Value Invoke(ReadOnlySpan<Value> arguments)
    {
        var items = Elements.Of(arguments);
        return Elements.AreKnown(items) ? Of(items) : Value.Unknown;
    }

    // The type of the result for an element type.
    protected abstract FactType? ResultOf(FactType element, out string? problem);

    // The result for elements that are all known.
    protected abstract Value Of(ReadOnlySpan<Value> items);
}
