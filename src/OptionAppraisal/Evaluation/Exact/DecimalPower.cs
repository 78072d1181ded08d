namespace OptionAppraisal.Evaluation.Exact;

// The seam to the decimal mathematics of powers.
internal static class DecimalPower
{
    public static decimal? Raise(decimal number, decimal exponent)
    {
        if (decimal.Truncate(exponent) != exponent || Math.Abs(exponent) > 10_000)
        {
            return null;
        }

        if (number == 0 && exponent <= 0)
        {
            return exponent == 0 ? 1 : null;
        }

        var power = 1m;
        for (var i = 0; i < Math.Abs((int)exponent); i++)
        {
            power *= number;
        }

        return exponent < 0 ? power == 0 ? null : 1 / power : power;
    }
}
