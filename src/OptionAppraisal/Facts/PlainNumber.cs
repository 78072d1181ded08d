namespace OptionAppraisal.Facts;

/// <summary>The plain text of a decimal: no exponent, no trailing zeros, no <c>-0</c>, whatever the culture.</summary>
public static class PlainNumber
{
    /// <summary>The number of decimals that published figures are rounded to.</summary>
    public const int PublishedDecimals = 15;

    /// <summary>The number as text.</summary>
    public static string Format(decimal number) => Normalise(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>A figure as it is given in results: rounded to 15 decimals, half even.</summary>
    public static decimal Publish(decimal number) =>
        Normalise(number.Scale <= PublishedDecimals ? number : Math.Round(number, PublishedDecimals, MidpointRounding.ToEven));

    /// <summary>The same number with the smallest scale, and zero without a sign.</summary>
    public static decimal Normalise(decimal number)
    {
        if (number.Scale == 0)
        {
            // Zero may have a sign all the same.
            return number == 0 ? 0m : number;
        }

        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        if ((bits[0] | bits[1] | bits[2]) == 0)
        {
            return 0m;
        }

        return WithoutTrailingZeros(number, bits);
    }

    private static decimal WithoutTrailingZeros(decimal number, ReadOnlySpan<int> bits)
    {
        if (bits[2] != 0)
        {
            // Dividing by one with 28 zeros drops trailing zeros exactly.
            return number / 1.0000000000000000000000000000m;
        }

        var digits = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var scale = number.Scale;
        while (scale > 0)
        {
            var (shorter, last) = Math.DivRem(digits, 10);
            if (last != 0)
            {
                break;
            }

            digits = shorter;
            scale--;
        }

        return scale == number.Scale ? number : new decimal((int)digits, (int)(digits >> 32), 0, number < 0, scale);
    }

    /// <summary>Reads <c>-?digits[.digits]</c> when a decimal can hold it exactly.</summary>
    /// <param name="text">The text; no sign but <c>-</c>, no spaces, separators or exponent.</param>
    /// <param name="number">The number.</param>
    /// <returns>Whether the text is of that form and was held exactly.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        if (!IsPlain(text))
        {
            return false;
        }

        // Leading zeros and trailing zeros of the fraction do not count towards what a decimal can hold.
        var negative = text[0] == '-';
        var digits = (negative ? text[1..] : text).TrimStart('0');
        if (digits.Contains('.'))
        {
            digits = digits.TrimEnd('0').TrimEnd('.');
        }

        if (digits.IsEmpty)
        {
            return true;
        }

        var dot = digits.IndexOf('.');
        var fraction = dot < 0 ? 0 : digits.Length - dot - 1;
        if (digits.Length > 31 || fraction > 28
            || !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            || number.Scale != fraction)
        {
            return false;
        }

        number = negative ? -number : number;
        return true;
    }

    /// <summary>Whether a text has the form <c>-?digits[.digits]</c>.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text)
    {
        var rest = text.StartsWith("-") ? text[1..] : text;
        var dot = rest.IndexOf('.');
        var whole = dot < 0 ? rest : rest[..dot];
        return AllDigits(whole) && (dot < 0 || AllDigits(rest[(dot + 1)..]));
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
