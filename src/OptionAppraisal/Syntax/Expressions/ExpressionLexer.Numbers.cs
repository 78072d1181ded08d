using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Numbers and dates.</summary>
internal sealed partial class ExpressionLexer
{
    private const int LongestExponent = 6;

    private void ReadNumber()
    {
        var from = _at;
        SkipDigits();
        if (_at + 1 < end && _text[_at] == '.' && char.IsAsciiDigit(_text[_at + 1]))
        {
            _at++;
            SkipDigits();
        }

        var digits = _text.AsSpan(from, _at - from);
        var exponent = ReadExponent();
        var kind = TokenKind.Number;
        if (!ExactNumber.TryRead(digits, exponent, out var number))
        {
            kind = TokenKind.Bad;
            Report(
                SyntaxCodes.NumberNotExact,
                from,
                _at - from,
                $"`{(_at - from <= 60 ? _text[from.._at] : $"{_text.AsSpan(from, 57)}...")}` cannot be held exactly",
                "numbers have at most 28 digits, and at most 28 decimals: round it");
        }

        if (IsGroupedAfter())
        {
            ReportGroups(from);
            kind = TokenKind.Bad;
        }
        else if (_at < end && NameTable.IsPart(_text[_at]))
        {
            ReportTail(from);
            kind = TokenKind.Bad;
        }

        _tokens.Add(new Token(kind, from, _at - from, _text[from.._at], number));
        ReadPerCent(from);
    }

    private void SkipDigits()
    {
        while (_at < end && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }
    }

    private long ReadExponent()
    {
        if (_at >= end || _text[_at] is not ('e' or 'E'))
        {
            return 0;
        }

        var sign = Next() is '+' or '-' ? 1 : 0;
        var at = _at + 1 + sign;
        var first = at;
        while (at < end && char.IsAsciiDigit(_text[at]))
        {
            at++;
        }

        if (at == first || (at < end && NameTable.IsPart(_text[at])))
        {
            return 0;
        }

        var figures = _text.AsSpan(first, at - first).TrimStart('0');
        var negative = Next() == '-';
        _at = at;
        // Past a few digits every exponent is out of range alike.
        var size = figures.IsEmpty ? 0 : figures.Length > LongestExponent ? 9_999_999 : long.Parse(figures, NumberStyles.None, CultureInfo.InvariantCulture);
        return negative ? -size : size;
    }

    // `41,000`: a group of three that starts with a zero cannot be a number of its own.
    private bool IsGroupedAfter() =>
        _at + 3 < end && _text[_at] == ',' && _text[_at + 1] == '0' && char.IsAsciiDigit(_text[_at + 2]) && char.IsAsciiDigit(_text[_at + 3])
        && (_at + 4 >= end || !char.IsAsciiDigit(_text[_at + 4]));

    private void ReportGroups(int from)
    {
        while (_at + 3 < end && _text[_at] == ',' && char.IsAsciiDigit(_text[_at + 1]) && char.IsAsciiDigit(_text[_at + 2]) && char.IsAsciiDigit(_text[_at + 3]))
        {
            _at += 4;
        }

        var number = _text[from.._at];
        Report(
            SyntaxCodes.NumberMalformed,
            from,
            _at - from,
            $"the number `{number}` is written with commas",
            $"write `{number.Replace(",", "", StringComparison.Ordinal)}`");
    }

    private void ReportTail(int from)
    {
        while (_at < end && NameTable.IsPart(_text[_at]))
        {
            _at++;
        }

        var number = _text[from.._at];
        var plain = number.Replace("_", "", StringComparison.Ordinal);
        var help = plain.All(c => char.IsAsciiDigit(c) || c == '.')
            ? $"write `{plain}`"
            : "write digits alone, and a space before the next word; units stand on facts, not in numbers";
        Report(SyntaxCodes.NumberMalformed, from, _at - from, $"`{number}` is not a number", help);
    }

    private void ReadPerCent(int from)
    {
        if (_at >= end || _text[_at] != '%')
        {
            return;
        }

        var number = _tokens[^1].Number;
        var share = (number / 100m).ToString("0.############################", CultureInfo.InvariantCulture);
        Report(SyntaxCodes.NumberMalformed, from, _at + 1 - from, $"`{_text[from..(_at + 1)]}` is not a number: there are no per cent signs", $"write `{share}`");
        _at++;
        _tokens[^1] = _tokens[^1] with { Length = _at - from, Number = number / 100m };
    }

    private bool ReadDate()
    {
        var length = CalendarDate.LooksLike(_text.AsSpan(_at, end - _at), out var figures);
        if (length == 0 || (!isCell && !IsPlainlyADate(length, figures)))
        {
            return false;
        }

        var written = _text.Substring(_at, length);
        var date = CalendarDate.Of(figures.Year, figures.Month, figures.Day);
        var proper = string.Create(CultureInfo.InvariantCulture, $"{figures.Year:0000}-{figures.Month:00}-{figures.Day:00}");
        var wanted = isCell ? proper : $"@\"{proper}\"";
        if (written != proper && date is not null)
        {
            Report(SyntaxCodes.DateMalformed, _at, length, $"the date `{written}` is not written year-month-day", $"write `{wanted}`");
        }
        else if (date is null)
        {
            Report(SyntaxCodes.DateNotReal, _at, length, $"`{written}` is not a day of the calendar", "dates are written year-month-day, such as `2002-04-01`");
        }
        else if (!isCell)
        {
            Report(SyntaxCodes.DateMalformed, _at, length, $"`{written}` is a subtraction in an expression, not a date", $"write `{wanted}`");
        }

        _tokens.Add(new Token(date is null ? TokenKind.Bad : TokenKind.Date, _at, length, written, Date: date ?? default));
        _at += length;
        return true;
    }

    // In an expression `10/2/2000` could be a division: only what nobody would calculate is taken for a date.
    private bool IsPlainlyADate(int length, (int Year, int Month, int Day) figures) =>
        figures.Year is >= 1800 and <= 2200 && figures.Month is >= 1 and <= 12 && figures.Day is >= 1 and <= 31
        && length == 10 && _text[_at + 2] != '.' && _text[_at + 4] != '.';
}
