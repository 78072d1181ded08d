namespace OptionAppraisal.Facts;

/// <content>Powers.</content>
public static partial class DecimalMathematics
{
    // The greatest power of two that a decimal holds is its 95th, so nothing but a power of ten is exact further on.
    private const int MostExact = 96;

    // Further on the error of repeated multiplication would outgrow that of the logarithm.
    private const int MostMultiplied = 256;

    // Denominators of finite decimals, up to the greatest root that can be exact.
    private static readonly int[] Denominators = [2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 64, 80];

    /// <summary>A number raised to a power; any number to the power 0 is 1.</summary>
    /// <param name="number">The number.</param>
    /// <param name="exponent">The power; whole where the number is below zero.</param>
    /// <returns>
    /// The power; 0 where it is too small; null for zero to a power below zero, and below zero to a power that is not whole.
    /// </returns>
    /// <exception cref="OverflowException">It is beyond the range of a decimal.</exception>
    public static decimal? Power(decimal number, decimal exponent)
    {
        if (exponent == 0 || number == 1)
        {
            return 1;
        }

        if (number == 0)
        {
            return exponent > 0 ? 0 : null;
        }

        if (number > 0)
        {
            return Positive(number, exponent);
        }

        if (!decimal.IsInteger(exponent))
        {
            return null;
        }

        var size = number == -1 ? 1 : Positive(-number, exponent);
        return exponent % 2 == 0 ? size : -size;
    }

    private static decimal Positive(decimal number, decimal exponent)
    {
        var isWhole = decimal.IsInteger(exponent);
        if (Math.Abs(exponent) <= MostExact && (isWhole ? Whole(number, (int)exponent) : Fraction(number, exponent)) is { } exact)
        {
            return exact;
        }

        if (isWhole && Math.Abs(exponent) <= MostMultiplied)
        {
            var power = DecimalFloat.From(number).Power((int)Math.Abs(exponent));
            return (exponent < 0 ? power.Reciprocal() : power).Round(RestAbove);
        }

        var (logarithm, isNegative) = LogOf(number);
        var product = logarithm.Times(DecimalFloat.From(Math.Abs(exponent)));
        isNegative ^= exponent < 0;
        if (product.Exponent >= 2)
        {
            return isNegative ? 0 : throw new OverflowException("the number is too large");
        }

        var power10 = ExpOf(isNegative ? -product.ToDecimal() : product.ToDecimal());
        return power10.Round(exponent is > 0 and < 1 ? RestBelow : RestAbove);
    }

    // A whole power whose digits a decimal can hold, rounded only where it has more than 28 decimals; or null.
    private static decimal? Whole(decimal number, int exponent)
    {
        var (digits, tens) = Parts(number);
        if (exponent < 0)
        {
            if (!TryInvert(ref digits, ref tens))
            {
                return null;
            }

            exponent = -exponent;
        }

        UInt128 power = 1;
        for (var i = 0; i < exponent && digits > 1; i++)
        {
            power *= digits;
            if (power >> 96 != 0)
            {
                return null;
            }
        }

        var (mantissa, size) = DecimalFloat.From((decimal)power);
        var exact = new DecimalFloat(mantissa, size + (tens * exponent));
        return tens * exponent >= -28 ? exact.ToDecimal() : exact.Round(Rounding.HalfEven);
    }

    // A power whose root is exact, such as 4 ** 0.5 and 32 ** -0.4; or null.
    private static decimal? Fraction(decimal number, decimal exponent)
    {
        foreach (var denominator in Denominators)
        {
            if (!decimal.IsInteger(exponent * denominator))
            {
                continue;
            }

            // A root digits x 10^tens has a power digits^denominator x 10^(tens x denominator).
            var (digits, tens) = Parts(number);
            if (tens % denominator != 0 || (digits > 1 && digits >> denominator == 0))
            {
                return null;
            }

            var (logarithm, isNegative) = LogOf(number);
            var part = logarithm.ToDecimal() / denominator;
            var root = ExpOf(isNegative ? -part : part).Round(Rounding.HalfEven);
            return Whole(root, denominator) == number && Math.Abs(exponent * denominator) <= MostExact
                ? Whole(root, (int)(exponent * denominator))
                : null;
        }

        return null;
    }

    // A number above zero as digits x 10^tens, the digits not ending in zero.
    private static (UInt128 Digits, int Tens) Parts(decimal number)
    {
        var (mantissa, tens) = DecimalFloat.From(number);
        mantissa = PlainNumber.Normalise(mantissa);
        return ((UInt128)(mantissa * DecimalFloat.PowerOfTen(mantissa.Scale)), tens - mantissa.Scale);
    }

    // One over a number: finite where its digits are a power of two or of five.
    private static bool TryInvert(ref UInt128 digits, ref int tens)
    {
        var factor = UInt128.IsEvenInteger(digits) ? 2u : 5u;
        UInt128 inverse = 1;
        var count = 0;
        for (; digits > 1; count++)
        {
            var (quotient, rest) = UInt128.DivRem(digits, factor);
            if (rest != 0 || inverse >> 96 != 0)
            {
                return false;
            }

            digits = quotient;
            inverse *= 10 / factor;
        }

        digits = inverse;
        tens = -tens - count;
        return true;
    }
}
