namespace OptionAppraisal.Packs.Functions;

internal sealed class All() : TruthFunction(
    "all",
    "Whether every element is true; true for none, and false where one is, whatever is not known.",
    decides: false);
