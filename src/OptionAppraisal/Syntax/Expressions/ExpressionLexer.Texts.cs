using System.Text;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Texts and dates in quotes.</summary>
internal sealed partial class ExpressionLexer
{
    private static bool IsQuote(char c) => c is '\'' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' or '`';

    private void ReadText()
    {
        var from = _at++;
        var value = new StringBuilder();
        while (_at < end && _text[_at] != '"')
        {
            if (_text[_at] == '\\')
            {
                ReadEscape(value);
            }
            else
            {
                value.Append(_text[_at++]);
            }
        }

        var kind = _at < end ? TokenKind.Text : TokenKind.Bad;
        if (_at >= end)
        {
            Report(SyntaxCodes.TextNotClosed, from, 1, "the text opened here is not closed", "write `\"` where it ends");
        }
        else
        {
            _at++;
        }

        _tokens.Add(new Token(kind, from, _at - from, value.ToString()));
    }

    private void ReadEscape(StringBuilder value)
    {
        var c = Next();
        var (plain, digits) = c switch
        {
            '"' or '\\' or '\'' => (c, 0),
            'n' => ('\n', 0),
            'r' => ('\r', 0),
            't' => ('\t', 0),
            'u' => ('\0', 4),
            'U' => ('\0', 6),
            _ => ('\0', -1),
        };
        if (digits == 0)
        {
            value.Append(plain);
            _at += 2;
            return;
        }

        if (digits > 0 && _at + 2 + digits <= end
            && int.TryParse(_text.AsSpan(_at + 2, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            && (Rune.IsValid(code) || code is >= 0xD800 and <= 0xDFFF))
        {
            // Two escapes of four digits may make one character.
            value.Append(code > 0xFFFF ? new Rune(code).ToString() : ((char)code).ToString());
            _at += 2 + digits;
            return;
        }

        var length = Math.Min(2, end - _at);
        Report(
            SyntaxCodes.TextEscapeNotKnown,
            _at,
            length,
            $"`{_text.Substring(_at, length)}` is not an escape",
            "write `\\\\` for a backslash; the escapes are `\\\"`, `\\\\`, `\\n`, `\\r`, `\\t` and `\\u` with four hexadecimal digits");
        _at++;
    }

    private void ReadAtDate()
    {
        var from = _at;
        if (Next() != '"')
        {
            var length = CalendarDate.LooksLike(_text.AsSpan(_at + 1, end - _at - 1), out _);
            var example = length > 0 ? _text.Substring(_at + 1, length) : "2002-04-01";
            Report(SyntaxCodes.DateMalformed, _at, 1 + length, "`@` starts a date, and the quotes of its text are missing", $"write `@\"{example}\"`");
            Add(TokenKind.Bad, 1 + length);
            return;
        }

        _at++;
        ReadText();
        var (isClosed, text) = (_tokens[^1].Kind == TokenKind.Text, _tokens[^1].Text);
        _tokens.RemoveAt(_tokens.Count - 1);
        if (!isClosed)
        {
            _tokens.Add(new Token(TokenKind.Bad, from, _at - from, text));
            return;
        }

        if (CalendarDate.IsWritten(text, out var date))
        {
            if (date is null)
            {
                Report(SyntaxCodes.DateNotReal, from, _at - from, $"`{text}` is not a day of the calendar", "look up the month's last day");
            }
        }
        else
        {
            var help = CalendarDate.LooksLike(text, out var figures) == text.Length && CalendarDate.Of(figures.Year, figures.Month, figures.Day) is { } meant
                ? $"write `@\"{meant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\"`"
                : "write year, month and day, such as `@\"2002-04-01\"`; times and durations are not in this version";
            Report(SyntaxCodes.DateMalformed, from, _at - from, $"`{text}` is not a date", help);
        }

        _tokens.Add(new Token(date is null ? TokenKind.Bad : TokenKind.Date, from, _at - from, text, Date: date ?? default));
    }

    // 'text' and “text”: read to the closing mark of the same family, or as one bad sign.
    private void ReadCrookedText()
    {
        var from = _at;
        var isDouble = _text[_at] is '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB';
        var at = _at + 1;
        while (at < end && !(isDouble ? _text[at] is '\u201C' or '\u201D' or '\u00AB' or '\u00BB' or '"' : _text[at] is '\'' or '\u2018' or '\u2019' or '`'))
        {
            at++;
        }

        var closed = at < end;
        var inner = _text[(from + 1)..at];
        Report(
            SyntaxCodes.QuotesNotStraight,
            from,
            closed ? at + 1 - from : 1,
            $"`{_text[from]}` does not start a text",
            closed ? $"write `\"{inner}\"`" : "texts stand in straight double quotes: `\"text\"`");
        if (!closed)
        {
            Add(TokenKind.Bad, 1);
            return;
        }

        _at = at + 1;
        _tokens.Add(new Token(TokenKind.Text, from, _at - from, inner));
    }
}
