using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Operators as other languages and word processors write them: reported, and read as they are meant.</summary>
internal sealed partial class ExpressionLexer
{
    private static readonly (string Written, TokenKind Kind, string Help)[] Slips =
    [
        ("===", TokenKind.Equal, "write `=`"),
        ("!==", TokenKind.NotEqual, "write `!=`"),
        ("==", TokenKind.Equal, "write `=`"),
        (":=", TokenKind.Equal, "write `=`"),
        ("<>", TokenKind.NotEqual, "write `!=`"),
        ("=<", TokenKind.LessOrEqual, "write `<=`"),
        ("=>", TokenKind.GreaterOrEqual, "write `>=`"),
        ("=!", TokenKind.NotEqual, "write `!=`"),
        ("&&", TokenKind.And, "write `and`"),
        ("||", TokenKind.Or, "write `or`"),
        ("&", TokenKind.And, "write `and`; texts are joined with `+`"),
        ("|", TokenKind.Or, "write `or`"),
        ("\u2265", TokenKind.GreaterOrEqual, "write `>=`"),
        ("\u2264", TokenKind.LessOrEqual, "write `<=`"),
        ("\u2260", TokenKind.NotEqual, "write `!=`"),
        ("\u00D7", TokenKind.Star, "write `*`"),
        ("\u00F7", TokenKind.Slash, "write `/`"),
        ("\u2212", TokenKind.Minus, "write `-`, the minus of the keyboard"),
        ("\u2013", TokenKind.Minus, "write `-`, the minus of the keyboard"),
        ("\u2014", TokenKind.Minus, "write `-`, the minus of the keyboard"),
        ("\u2026", TokenKind.DotDot, "write two points: `..`"),
        ("^", TokenKind.Power, "write `**` for a power"),
        ("?", TokenKind.Bad, "for a choice write `if ... then ... else ...`"),
        (";", TokenKind.Comma, "write `,` between arguments and items"),
        ("%", TokenKind.Bad, "for a remainder write `modulo(a, b)`; for a share divide by 100"),
    ];

    private bool ReadSlip()
    {
        if (_text[_at] is '\u00A3' or '$' or '\u20AC')
        {
            Report(SyntaxCodes.NumberMalformed, _at, 1, $"`{_text[_at]}` does not stand in an expression", "write the number alone; the unit stands on the fact");
            _at++;
            return true;
        }

        if (_text[_at] == '!' && Next() != '=')
        {
            Report(SyntaxCodes.OperatorOfAnotherLanguage, _at, 1, "`!` is not an operator", "write `not(...)` around what is denied");
            _tokens.Add(new Token(TokenKind.Name, _at, 1, "!"));
            _at++;
            return true;
        }

        foreach (var (written, kind, help) in Slips)
        {
            if (string.CompareOrdinal(_text, _at, written, 0, Math.Min(written.Length, end - _at)) == 0 && written.Length <= end - _at)
            {
                Report(SyntaxCodes.OperatorOfAnotherLanguage, _at, written.Length, $"`{written}` is not an operator", help);
                Add(kind, written.Length);
                return true;
            }
        }

        return false;
    }
}
