using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class DecimalPlaces() : RoundingFunction(
    "decimal",
    "The number rounded to a number of decimals, a tie to the even digit.",
    Rounding.HalfEven);
