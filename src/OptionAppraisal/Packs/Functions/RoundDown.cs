using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class RoundDown() : RoundingFunction(
    "round down",
    "The number rounded towards zero to a number of decimals.",
    Rounding.Down);
