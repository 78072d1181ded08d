namespace OptionAppraisal.Syntax.Expressions;

/// <summary>The words that start a test in a cell, and those that people write for them.</summary>
internal static class CellWords
{
    public const string Known = "`at least X`, `more than X`, `at most X`, `under X`, `X to Y`, `X to under Y`, `any of a, b` and `none of a, b`";

    private static readonly CellWord[] All =
    [
        new("at least", CellForm.Comparison, BinaryOperator.GreaterOrEqual),
        new("more than", CellForm.Comparison, BinaryOperator.Greater),
        new("at most", CellForm.Comparison, BinaryOperator.LessOrEqual),
        new("under", CellForm.Comparison, BinaryOperator.Less),
        new("any of", CellForm.AnyOf),
        new("none of", CellForm.NoneOf),
        new("one of", CellForm.AnyOf, Help: "write `any of`"),
        new("either of", CellForm.AnyOf, Help: "write `any of`"),
        new("either", CellForm.AnyOf, Help: "write `any of`"),
        new("neither", CellForm.NoneOf, Help: "write `none of`"),
        new("not in", CellForm.NoneOf, Help: "write `none of a, b`"),
        new("greater than", CellForm.Comparison, BinaryOperator.Greater, "write `more than`"),
        new("larger than", CellForm.Comparison, BinaryOperator.Greater, "write `more than`"),
        new("higher than", CellForm.Comparison, BinaryOperator.Greater, "write `more than`"),
        new("above", CellForm.Comparison, BinaryOperator.Greater, "write `more than`"),
        new("over", CellForm.Comparison, BinaryOperator.Greater, "write `more than`"),
        new("less than", CellForm.Comparison, BinaryOperator.Less, "write `under`"),
        new("fewer than", CellForm.Comparison, BinaryOperator.Less, "write `under`"),
        new("lower than", CellForm.Comparison, BinaryOperator.Less, "write `under`"),
        new("below", CellForm.Comparison, BinaryOperator.Less, "write `under`"),
        new("up to", CellForm.Comparison, BinaryOperator.LessOrEqual, "write `at most`"),
        new("no more than", CellForm.Comparison, BinaryOperator.LessOrEqual, "write `at most`"),
        new("not more than", CellForm.Comparison, BinaryOperator.LessOrEqual, "write `at most`"),
        new("maximum", CellForm.Comparison, BinaryOperator.LessOrEqual, "write `at most`"),
        new("no less than", CellForm.Comparison, BinaryOperator.GreaterOrEqual, "write `at least`"),
        new("not less than", CellForm.Comparison, BinaryOperator.GreaterOrEqual, "write `at least`"),
        new("minimum", CellForm.Comparison, BinaryOperator.GreaterOrEqual, "write `at least`"),
        new("atleast", CellForm.Comparison, BinaryOperator.GreaterOrEqual, "write `at least`"),
        new("atmost", CellForm.Comparison, BinaryOperator.LessOrEqual, "write `at most`"),
        new("is", CellForm.Comparison, BinaryOperator.Equal, "write the value alone"),
        new("equals", CellForm.Comparison, BinaryOperator.Equal, "write the value alone"),
        new("from", CellForm.Range, Help: "write `X to Y` without `from`"),
        new("between", CellForm.Range, Help: "write `X to Y`"),
    ];

    /// <summary>The words that stand at a place before a value, the longest first meant; null where none do.</summary>
    public static CellWord? At(List<Token> tokens, int at)
    {
        CellWord? best = null;
        foreach (var words in All)
        {
            if (words.Length > (best?.Length ?? 0) && Stands(tokens, at, words.Words))
            {
                best = words;
            }
        }

        return best;
    }

    private static bool Stands(List<Token> tokens, int at, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (at + i >= tokens.Count || tokens[at + i].Text != words[i] || tokens[at + i].Kind is TokenKind.Text)
            {
                return false;
            }
        }

        // A name that is spelt like a word is a name where nothing follows it that it could apply to.
        var next = tokens[Math.Min(at + words.Length, tokens.Count - 1)].Kind;
        return words.Length > 1 || (words[0] == "under" && next is TokenKind.Minus or TokenKind.OpenParenthesis) || next is TokenKind.Number or TokenKind.Name or TokenKind.Text or TokenKind.Date or TokenKind.True or TokenKind.False
            or TokenKind.Null or TokenKind.Bad;
    }
}

internal sealed record CellWord(string Text, CellForm Form, BinaryOperator Operator = BinaryOperator.Equal, string? Help = null)
{
    public string[] Words { get; } = Text.Split(' ');

    public int Length => Words.Length;
}

internal enum CellForm
{
    Comparison,
    AnyOf,
    NoneOf,
    Range,
}
