namespace OptionAppraisal.Syntax.Expressions;

/// <summary>A word or sign of an expression; offsets are into the text of its scalar.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Text = "", decimal Number = 0, DateOnly Date = default)
{
    public int End => Start + Length;
}

internal enum TokenKind
{
    End,

    /// <summary>Something that was reported; it stands for a value.</summary>
    Bad,
    Number,
    Text,
    Date,
    Name,
    Plus,
    Minus,
    Star,
    Slash,
    Power,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    Comma,
    Dot,
    DotDot,
    Colon,
    And,
    Or,
    If,
    Then,
    Else,
    Some,
    Every,
    For,
    In,
    Return,
    Satisfies,
    Between,
    True,
    False,
    Null,
}
