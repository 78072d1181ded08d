using System.Collections.Frozen;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>The words that have a meaning of their own; `not` is called like a function.</summary>
internal static class Keywords
{
    public static FrozenDictionary<string, TokenKind> All { get; } = new Dictionary<string, TokenKind>(StringComparer.Ordinal)
    {
        ["and"] = TokenKind.And,
        ["or"] = TokenKind.Or,
        ["if"] = TokenKind.If,
        ["then"] = TokenKind.Then,
        ["else"] = TokenKind.Else,
        ["some"] = TokenKind.Some,
        ["every"] = TokenKind.Every,
        ["for"] = TokenKind.For,
        ["in"] = TokenKind.In,
        ["return"] = TokenKind.Return,
        ["satisfies"] = TokenKind.Satisfies,
        ["between"] = TokenKind.Between,
        ["true"] = TokenKind.True,
        ["false"] = TokenKind.False,
        ["null"] = TokenKind.Null,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
