using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Concatenate() : ListsFunction("concatenate", "The elements of all the lists, one after another.")
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Value.Of(new ValueList(Joined(arguments)));
}
