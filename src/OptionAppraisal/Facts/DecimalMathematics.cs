namespace OptionAppraisal.Facts;

/// <summary>Roots, powers, exponentials and logarithms of decimals, the same on every machine.</summary>
/// <remarks>
/// Exact where the result is a decimal that arithmetic reaches exactly; otherwise correct to 15 significant digits, half even,
/// and to 28 decimals at most, so that what is too small is 0. Out of the domain is null; beyond the range of a decimal is an <see cref="OverflowException"/>.
/// No mathematics of the platform is used, as it differs between platforms.
/// </remarks>
public static partial class DecimalMathematics
{
    private const decimal Ln10 = 2.3025850929940456840179914547m;

    // Nothing inexact lies halfway between two numbers of 15 digits. What looks so has lost a rest beyond the digits of a decimal,
    // and that rest is away from zero for an exponential, a logarithm, and a power that curves upwards.
    private const Rounding RestAbove = Rounding.HalfUp;
    private const Rounding RestBelow = Rounding.HalfDown;

    // Known logarithms by which others are brought near to one, and where each is the nearest.
    private static readonly (decimal From, decimal Number, decimal Logarithm)[] Anchors =
    [
        (6.93m, 8, 2.0794415416798359282516963644m),
        (5.48m, 6, 1.7917594692280550008124773584m),
        (4.47m, 5, 1.6094379124341003746007593332m),
        (3.46m, 4, 1.3862943611198906188344642429m),
        (2.74m, 3, 1.0986122886681096913952452369m),
        (2.24m, 2.5m, 0.9162907318741550651835272118m),
        (1.73m, 2, 0.6931471805599453094172321215m),
        (1.37m, 1.5m, 0.4054651081081643819780131155m),
        (1.12m, 1.25m, 0.2231435513142097557662950903m),
    ];

    // Of the series of the exponential, 1 / n!, and of the logarithm, 1 / n for odd n; the last first.
    private static readonly decimal[] Factorials = MakeFactorials(14);
    private static readonly decimal[] OddParts =
        [1 / 25m, 1 / 23m, 1 / 21m, 1 / 19m, 1 / 17m, 1 / 15m, 1 / 13m, 1 / 11m, 1 / 9m, 1 / 7m, 1 / 5m, 1 / 3m, 1];

    /// <summary>The square root; null below zero.</summary>
    public static decimal? Sqrt(decimal number)
    {
        if (number <= 0)
        {
            return number == 0 ? 0 : null;
        }

        // The number is square x 10^(2 x half) with square a whole number of 29 or 30 digits, so the whole root of that has 15.
        var (mantissa, exponent) = DecimalFloat.From(number);
        var odd = exponent & 1;
        var square = DecimalFloat.WholeMantissa(mantissa) * (odd == 1 ? 10u : 1u);
        var root = WholeRoot(square);

        // A tie would need a square with a fraction.
        var rounded = square - (root * root) > root ? root + 1 : root;
        return DecimalFloat.Normal((decimal)rounded / DecimalFloat.PowerOfTen(14), (exponent - odd) / 2).Round(Rounding.HalfEven);
    }

    /// <summary>The power of e; 0 where it is too small.</summary>
    /// <exception cref="OverflowException">It is beyond the range of a decimal.</exception>
    public static decimal Exp(decimal number) => number switch
    {
        0 => 1,
        < -70 => 0,
        > 70 => throw new OverflowException("the number is too large"),
        _ => ExpOf(number).Round(RestAbove),
    };

    /// <summary>The natural logarithm; null at zero and below.</summary>
    public static decimal? Log(decimal number)
    {
        if (number <= 0)
        {
            return null;
        }

        if (number == 1)
        {
            return 0;
        }

        var (size, isNegative) = LogOf(number);
        var rounded = size.Round(RestAbove);
        return isNegative ? -rounded : rounded;
    }

    // Taylor's series of the 32nd part of what the powers of ten leave over.
    private static DecimalFloat ExpOf(decimal number)
    {
        var tens = (int)Math.Round(number / Ln10, MidpointRounding.ToEven);
        var part = (number - (tens * Ln10)) / 32;
        var sum = 0m;
        foreach (var coefficient in Factorials)
        {
            sum = (sum * part) + coefficient;
        }

        for (var i = 0; i < 5; i++)
        {
            sum *= sum;
        }

        return DecimalFloat.Normal(sum, tens);
    }

    // The logarithm of a number above zero other than one: its size, and whether it is below zero.
    private static (DecimalFloat Size, bool IsNegative) LogOf(decimal number)
    {
        var (mantissa, exponent) = DecimalFloat.From(number);
        if (mantissa >= 8.94m)
        {
            mantissa *= 0.1m;
            exponent++;
        }

        var known = exponent * Ln10;
        foreach (var (from, anchor, logarithm) in Anchors)
        {
            if (mantissa >= from)
            {
                known += logarithm;
                mantissa /= anchor;
                break;
            }
        }

        if (mantissa == 1)
        {
            return (DecimalFloat.From(Math.Abs(known)), known < 0);
        }

        // log m = 2 (z + z^3/3 + z^5/5 + ...) with z = (m - 1) / (m + 1); near to one the digits of m - 1 are kept.
        var (distance, size) = DecimalFloat.From(Math.Abs(mantissa - 1));
        var z = (mantissa - 1) / (mantissa + 1);
        var square = z * z;
        var sum = 0m;
        foreach (var coefficient in OddParts)
        {
            sum = (sum * square) + coefficient;
        }

        var rest = DecimalFloat.Normal(distance * sum * 2 / (mantissa + 1), size);
        if (known == 0)
        {
            return (rest, mantissa < 1);
        }

        var total = known + (mantissa < 1 ? -rest.ToDecimal() : rest.ToDecimal());
        return (DecimalFloat.From(Math.Abs(total)), total < 0);
    }

    private static decimal[] MakeFactorials(int most)
    {
        var coefficients = new decimal[most + 1];
        var factorial = 1m;
        for (var i = 0; i <= most; i++)
        {
            factorial *= Math.Max(i, 1);
            coefficients[most - i] = 1 / factorial;
        }

        return coefficients;
    }

    // The whole part of a square root, by Newton's method from above.
    private static UInt128 WholeRoot(UInt128 square)
    {
        var root = UInt128.One << ((128 - (int)UInt128.LeadingZeroCount(square) + 1) / 2);
        while (true)
        {
            var next = (root + (square / root)) >> 1;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
