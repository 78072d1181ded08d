namespace OptionAppraisal.Packs.Functions;

internal sealed class Max() : ExtremeFunction("max", "The greatest number, text or date; not known for none.", 1);
