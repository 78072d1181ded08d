using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Json;

// A number as JSON writes it, exponents too, where a decimal holds it exactly.
internal static class JsonNumber
{
    // Beyond this no exponent leaves digits that a decimal holds.
    private const int FarthestShift = 64;

    public static bool TryRead(ReadOnlySpan<char> text, out decimal number)
    {
        var mark = text.IndexOfAny('e', 'E');
        if (mark < 0)
        {
            return PlainNumber.TryParse(text, out number);
        }

        var negative = text[0] == '-';
        var digits = negative ? text[1..mark] : text[..mark];
        if (digits.IndexOfAnyExcept('0', '.') < 0)
        {
            number = 0;
            return true;
        }

        number = 0;
        if (digits.Length > FarthestShift
            || !int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent)
            || exponent is < -FarthestShift or > FarthestShift)
        {
            return false;
        }

        // The digits with the point moved, and zeros enough on both sides to move it over.
        var point = digits.IndexOf('.');
        var whole = point < 0 ? digits.ToString() : string.Concat(digits[..point], digits[(point + 1)..]);
        var place = FarthestShift + (point < 0 ? digits.Length : point) + exponent;
        var zeros = new string('0', FarthestShift);
        var padded = string.Concat(zeros, whole, zeros);
        return PlainNumber.TryParse(string.Concat(negative ? "-" : "", "0" + padded[..place], ".", padded[place..] + "0"), out number);
    }
}
