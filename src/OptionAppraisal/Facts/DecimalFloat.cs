namespace OptionAppraisal.Facts;

// A positive number as mantissa x 10^exponent, with 1 <= mantissa < 10: a decimal's 28 digits at any size.
internal readonly record struct DecimalFloat(decimal Mantissa, int Exponent)
{
    private const int MostDecimals = 28;
    private const int RoundedDigits = 15;
    private static readonly decimal[] PowersOfTen = MakePowersOfTen();

    public static DecimalFloat One => new(1, 0);

    // 10^exponent for 0..28, exactly.
    public static decimal PowerOfTen(int exponent) => PowersOfTen[exponent];

    // Exact for every number above zero.
    public static DecimalFloat From(decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        var whole = new decimal(bits[0], bits[1], bits[2], isNegative: false, scale: 0);
        var digits = MostDecimals;
        while (digits > 0 && whole < PowersOfTen[digits])
        {
            digits--;
        }

        return new(new decimal(bits[0], bits[1], bits[2], isNegative: false, (byte)digits), digits - number.Scale);
    }

    // A mantissa x 10^28: a whole number of 29 digits.
    public static UInt128 WholeMantissa(decimal mantissa) =>
        (UInt128)(mantissa * PowersOfTen[mantissa.Scale]) * (UInt128)PowersOfTen[MostDecimals - mantissa.Scale];

    // The number that has a mantissa between 0.1 and 100 instead.
    public static DecimalFloat Normal(decimal mantissa, int exponent) => mantissa switch
    {
        >= 10 => new(mantissa * 0.1m, exponent + 1),
        < 1 => new(mantissa * 10, exponent - 1),
        _ => new(mantissa, exponent),
    };

    public DecimalFloat Times(DecimalFloat other) => Normal(Mantissa * other.Mantissa, Exponent + other.Exponent);

    public DecimalFloat Reciprocal() => Normal(1 / Mantissa, -Exponent);

    // The power for an exponent above zero, by repeated squaring.
    public DecimalFloat Power(int exponent)
    {
        var result = One;
        for (var square = this; ; square = square.Times(square))
        {
            if ((exponent & 1) == 1)
            {
                result = result.Times(square);
            }

            exponent >>= 1;
            if (exponent == 0)
            {
                return result;
            }
        }
    }

    // The decimal, with all the digits it can hold.
    public decimal ToDecimal() => Scale(Mantissa);

    // The decimal of 15 significant digits, or fewer where it has not the decimals for them.
    public decimal Round(Rounding rounding)
    {
        var decimals = Math.Min(RoundedDigits - 1, MostDecimals + Exponent);
        if (decimals < 0)
        {
            return decimals == -1 && Mantissa > 5 ? Scale(10) : 0;
        }

        return PlainNumber.Normalise(Scale(DecimalRounding.Round(Mantissa, decimals, rounding)));
    }

    private decimal Scale(decimal mantissa)
    {
        if (Exponent > MostDecimals)
        {
            throw new OverflowException("the number is too large");
        }

        if (Exponent >= 0)
        {
            return mantissa * PowersOfTen[Exponent];
        }

        return Exponent >= -MostDecimals
            ? mantissa * new decimal(1, 0, 0, isNegative: false, (byte)-Exponent)
            : mantissa == 10 ? new decimal(1, 0, 0, isNegative: false, MostDecimals) : 0;
    }

    private static decimal[] MakePowersOfTen()
    {
        var powers = new decimal[MostDecimals + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }
}
