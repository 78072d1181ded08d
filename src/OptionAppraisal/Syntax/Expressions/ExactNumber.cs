namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Digits with a point and an exponent to the decimal that holds them exactly, if there is one.</summary>
internal static class ExactNumber
{
    private const int MostDigits = 29;

    private const int MostDecimals = 28;

    private static readonly UInt128 Largest = (UInt128.One << 96) - 1;

    /// <summary>The decimal of digits and an exponent; false where none holds it exactly.</summary>
    /// <param name="digits">Digits with at most one point among them.</param>
    /// <param name="exponent">The power of ten that multiplies them.</param>
    /// <param name="number">The number.</param>
    public static bool TryRead(ReadOnlySpan<char> digits, long exponent, out decimal number)
    {
        number = 0;
        var point = digits.IndexOf('.');
        var all = point < 0 ? digits.ToString() : string.Concat(digits[..point], digits[(point + 1)..]);
        exponent -= point < 0 ? 0 : digits.Length - point - 1;
        var kept = all.AsSpan().TrimEnd('0');
        exponent += all.Length - kept.Length;
        kept = kept.TrimStart('0');
        if (kept.IsEmpty)
        {
            return true;
        }

        if (exponent < -MostDecimals || kept.Length + Math.Max(0, exponent) > MostDigits)
        {
            return false;
        }

        var value = UInt128.Parse(kept, NumberStyles.None, CultureInfo.InvariantCulture);
        for (var i = 0; i < exponent; i++)
        {
            value *= 10;
        }

        if (value > Largest)
        {
            return false;
        }

        number = new decimal((int)(uint)value, (int)(uint)(value >> 32), (int)(uint)(value >> 64), isNegative: false, (byte)Math.Max(0, -exponent));
        return true;
    }
}
