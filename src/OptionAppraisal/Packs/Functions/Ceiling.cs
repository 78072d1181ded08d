using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Functions;

internal sealed class Ceiling() : RoundingFunction(
    "ceiling",
    "The number rounded up to a number of decimals, none by default.",
    Rounding.Ceiling,
    needsScale: false);
