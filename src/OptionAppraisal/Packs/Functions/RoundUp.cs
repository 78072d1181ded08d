using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class RoundUp() : RoundingFunction("round up", "The number rounded away from zero to a number of decimals.", Rounding.Up);
