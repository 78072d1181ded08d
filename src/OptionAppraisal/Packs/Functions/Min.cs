namespace OptionAppraisal.Packs.Functions;

internal sealed class Min() : ExtremeFunction("min", "The least number, text or date; not known for none.", -1);
