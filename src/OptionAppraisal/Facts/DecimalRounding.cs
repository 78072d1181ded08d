namespace OptionAppraisal.Facts;

/// <summary>The ways of rounding a number that lies between two others.</summary>
public enum Rounding
{
    /// <summary>To the nearest; a tie to the even one.</summary>
    HalfEven,

    /// <summary>To the nearest; a tie away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest; a tie towards zero.</summary>
    HalfDown,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,

    /// <summary>To the lower one.</summary>
    Floor,

    /// <summary>To the higher one.</summary>
    Ceiling,
}

/// <summary>Exact rounding of decimals to any number of decimals, or of tens.</summary>
public static class DecimalRounding
{
    /// <summary>A number rounded.</summary>
    /// <param name="number">The number.</param>
    /// <param name="scale">The number of decimals that stay; -2 rounds to hundreds.</param>
    /// <param name="rounding">The way.</param>
    /// <returns>The rounded number.</returns>
    /// <exception cref="OverflowException">It leaves the range of a decimal.</exception>
    public static decimal Round(decimal number, int scale, Rounding rounding)
    {
        if (scale >= number.Scale)
        {
            return number;
        }

        if (scale >= 0 && rounding is not (Rounding.Up or Rounding.HalfDown))
        {
            return Math.Round(number, scale, Platform(rounding));
        }

        if (scale < -28)
        {
            return RoundToBeyond(number, rounding);
        }

        var step = scale >= 0 ? new decimal(1, 0, 0, isNegative: false, (byte)scale) : DecimalFloat.PowerOfTen(-scale);
        var rest = number % step;
        var towardsZero = number - rest;
        return rest == 0 || !GoesAway(towardsZero, rest, step, rounding)
            ? towardsZero
            : towardsZero + (rest < 0 ? -step : step);
    }

    private static bool GoesAway(decimal towardsZero, decimal rest, decimal step, Rounding rounding)
    {
        // Compared with what is left of the step, as half a step may need a digit more than a decimal has.
        var half = Math.Abs(rest).CompareTo(step - Math.Abs(rest));
        return rounding switch
        {
            Rounding.Up => true,
            Rounding.Down => false,
            Rounding.Floor => rest < 0,
            Rounding.Ceiling => rest > 0,
            Rounding.HalfUp => half >= 0,
            Rounding.HalfDown => half > 0,
            _ => half > 0 || (half == 0 && towardsZero / step % 2 != 0),
        };
    }

    private static MidpointRounding Platform(Rounding rounding) => rounding switch
    {
        Rounding.HalfUp => MidpointRounding.AwayFromZero,
        Rounding.Down => MidpointRounding.ToZero,
        Rounding.Floor => MidpointRounding.ToNegativeInfinity,
        Rounding.Ceiling => MidpointRounding.ToPositiveInfinity,
        _ => MidpointRounding.ToEven,
    };

    // Steps that are larger than twice any decimal.
    private static decimal RoundToBeyond(decimal number, Rounding rounding)
    {
        var away = rounding == Rounding.Up || (rounding == Rounding.Floor && number < 0) || (rounding == Rounding.Ceiling && number > 0);
        return number == 0 || !away ? 0 : throw new OverflowException("the rounded number is too large");
    }
}
