using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class RoundHalfDown() : RoundingFunction(
    "round half down",
    "The number rounded to a number of decimals, a tie towards zero.",
    Rounding.HalfDown);
