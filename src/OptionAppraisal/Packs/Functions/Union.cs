using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Union() : ListsFunction("union", "The elements of all the lists, one after another, each once.")
{
    public override Value Invoke(ReadOnlySpan<Value> arguments) => Elements.Distinct(Joined(arguments));
}
