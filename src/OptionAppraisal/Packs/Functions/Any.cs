namespace OptionAppraisal.Packs.Functions;

internal sealed class Any() : TruthFunction(
    "any",
    "Whether an element is true; false for none, and true where one is, whatever is not known.",
    decides: true);
