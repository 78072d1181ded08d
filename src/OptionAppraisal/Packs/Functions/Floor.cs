using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Floor() : RoundingFunction(
    "floor",
    "The number rounded down to a number of decimals, none by default.",
    Rounding.Floor,
    needsScale: false);
