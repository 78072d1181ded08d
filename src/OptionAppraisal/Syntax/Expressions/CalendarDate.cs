namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Dates as people write them; only `2002-04-01` is accepted, the others are understood for the sake of the help.</summary>
internal static class CalendarDate
{
    /// <summary>Reads `2002-04-01`: four digits, two, two. A day that does not exist gives a date of null.</summary>
    public static bool IsWritten(ReadOnlySpan<char> text, out DateOnly? date)
    {
        date = null;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..], out var day))
        {
            return false;
        }

        date = Of(year, month, day);
        return true;
    }

    /// <summary>The length of something that looks like a date at a place, or 0; with the three figures year, month, day as they must be meant.</summary>
    public static int LooksLike(ReadOnlySpan<char> text, out (int Year, int Month, int Day) figures)
    {
        figures = default;
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var at = 0;
        var sign = '\0';
        for (var part = 0; part < 3; part++)
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            lengths[part] = at - start;
            if (lengths[part] is 0 or > 4 || !Digits(text[start..at], out parts[part]))
            {
                return 0;
            }

            if (part < 2)
            {
                if (at >= text.Length || text[at] is not ('-' or '/' or '.') || (part == 1 && text[at] != sign))
                {
                    return 0;
                }

                sign = text[at++];
            }
        }

        if (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == sign))
        {
            return 0;
        }

        if (lengths[0] == 4 && lengths[1] <= 2 && lengths[2] <= 2)
        {
            figures = (parts[0], parts[1], parts[2]);
        }
        else if (lengths[0] <= 2 && lengths[1] <= 2 && lengths[2] == 4)
        {
            figures = (parts[2], parts[1], parts[0]);
        }
        else
        {
            return 0;
        }

        return at;
    }

    public static DateOnly? Of(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
