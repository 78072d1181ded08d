using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class RoundHalfUp() : RoundingFunction(
    "round half up",
    "The number rounded to a number of decimals, a tie away from zero.",
    Rounding.HalfUp);
