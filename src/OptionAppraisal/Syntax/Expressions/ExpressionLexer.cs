using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>The text of an expression to words and signs; what is written otherwise than in FEEL is reported and read as it is meant.</summary>
internal sealed partial class ExpressionLexer(ScalarNode scalar, int start, int end, NameTable names, bool isCell, DiagnosticBag bag)
{
    private readonly string _text = scalar.Text;
    private readonly List<Token> _tokens = [];
    private readonly int _start = start;
    private int _at = start;

    public List<Token> Read()
    {
        while (true)
        {
            SkipBlanksAndComments();
            if (_at >= end)
            {
                _tokens.Add(new Token(TokenKind.End, LastEnd, 0));
                return _tokens;
            }

            ReadOne();
        }
    }

    private int LastEnd => _tokens.Count > 0 ? _tokens[^1].End : _start;

    private char Next(int ahead = 1) => _at + ahead < end ? _text[_at + ahead] : '\0';

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new Token(kind, _at, length, _text.Substring(_at, length)));
        _at += length;
    }

    private void Report(DiagnosticCode code, int from, int length, string message, string help) =>
        bag.Add(code, scalar.SpanOf(from, length), message, help);

    private void SkipBlanksAndComments()
    {
        while (_at < end)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                _at++;
            }
            else if (_text[_at] == '/' && Next() == '/')
            {
                var feed = _text.IndexOf('\n', _at, end - _at);
                _at = feed < 0 ? end : feed;
            }
            else if (_text[_at] == '/' && Next() == '*')
            {
                var close = _text.IndexOf("*/", _at + 2, end - _at - 2, StringComparison.Ordinal);
                if (close < 0)
                {
                    Report(SyntaxCodes.CommentNotClosed, _at, 2, "the comment opened here is not closed", "write `*/` where it ends");
                }

                _at = close < 0 ? end : close + 2;
            }
            else
            {
                return;
            }
        }
    }

    private void ReadOne()
    {
        var c = _text[_at];
        if (char.IsAsciiDigit(c))
        {
            if (!ReadDate())
            {
                ReadNumber();
            }
        }
        else if (c == '.' && char.IsAsciiDigit(Next()) && !FollowsValue())
        {
            ReadNumber();
        }
        else if (char.IsLetter(c) || c == '_')
        {
            ReadWord();
        }
        else if (c is '"')
        {
            ReadText();
        }
        else if (c == '@')
        {
            ReadAtDate();
        }
        else if (IsQuote(c))
        {
            ReadCrookedText();
        }
        else if (!ReadSlip())
        {
            ReadSign(c);
        }
    }

    // `xs.5` is no number after a name: the point belongs to a path that went wrong.
    private bool FollowsValue() =>
        _tokens.Count > 0 && _tokens[^1].End == _at && _tokens[^1].Kind is TokenKind.Name or TokenKind.CloseBracket or TokenKind.CloseParenthesis;

    private void ReadWord()
    {
        var length = NameTable.WordLength(_text, _at, end);
        if (names.Longest(_text, _at, _at + length, end) is { } longest)
        {
            _tokens.Add(new Token(TokenKind.Name, _at, longest.Length, longest.Name));
            _at += longest.Length;
            return;
        }

        var word = _text.Substring(_at, length);
        if (Keywords.All.TryGetValue(word, out var keyword))
        {
            Add(keyword, length);
            return;
        }

        var lower = word.ToLowerInvariant();
        var isLoud = lower != word && !names.Knows(word) && (_tokens.Count == 0 || _tokens[^1].Kind != TokenKind.Dot);
        if (isLoud && (Keywords.All.TryGetValue(lower, out keyword) || lower == "not"))
        {
            Report(SyntaxCodes.OperatorOfAnotherLanguage, _at, length, $"`{word}` is written in small letters", $"write `{lower}`");
            _tokens.Add(new Token(lower == "not" ? TokenKind.Name : keyword, _at, length, lower));
            _at += length;
            return;
        }

        Add(TokenKind.Name, length);
    }

    private void ReadSign(char c)
    {
        var (kind, length) = (c, Next()) switch
        {
            ('*', '*') => (TokenKind.Power, 2),
            ('!', '=') => (TokenKind.NotEqual, 2),
            ('<', '=') => (TokenKind.LessOrEqual, 2),
            ('>', '=') => (TokenKind.GreaterOrEqual, 2),
            ('.', '.') => (TokenKind.DotDot, 2),
            ('+', _) => (TokenKind.Plus, 1),
            ('-', _) => (TokenKind.Minus, 1),
            ('*', _) => (TokenKind.Star, 1),
            ('/', _) => (TokenKind.Slash, 1),
            ('=', _) => (TokenKind.Equal, 1),
            ('<', _) => (TokenKind.Less, 1),
            ('>', _) => (TokenKind.Greater, 1),
            ('(', _) => (TokenKind.OpenParenthesis, 1),
            (')', _) => (TokenKind.CloseParenthesis, 1),
            ('[', _) => (TokenKind.OpenBracket, 1),
            (']', _) => (TokenKind.CloseBracket, 1),
            ('{', _) => (TokenKind.OpenBrace, 1),
            ('}', _) => (TokenKind.CloseBrace, 1),
            (',', _) => (TokenKind.Comma, 1),
            ('.', _) => (TokenKind.Dot, 1),
            (':', _) => (TokenKind.Colon, 1),
            _ => (TokenKind.Bad, char.IsHighSurrogate(c) && char.IsLowSurrogate(Next()) ? 2 : 1),
        };
        if (kind == TokenKind.Bad)
        {
            Report(
                SyntaxCodes.NotTextOfExpression,
                _at,
                length,
                $"`{_text.Substring(_at, length)}` means nothing in an expression",
                "delete it, or put it in double quotes if it belongs to a text");
        }

        Add(kind, length);
    }
}
