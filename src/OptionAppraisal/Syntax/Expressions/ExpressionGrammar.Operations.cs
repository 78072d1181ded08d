using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Operators, the weakest first: or, and, comparisons, sums, products, powers; a negation binds closest.</summary>
internal sealed partial class ExpressionGrammar
{
    private enum Level
    {
        None,
        Or,
        And,
        Comparison,
        Sum,
        Product,
        Power,
        Negation,
    }

    private static Level LevelOf(TokenKind kind) => kind switch
    {
        TokenKind.Or => Level.Or,
        TokenKind.And => Level.And,
        TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual
            or TokenKind.Between or TokenKind.In => Level.Comparison,
        TokenKind.Plus or TokenKind.Minus => Level.Sum,
        TokenKind.Star or TokenKind.Slash => Level.Product,
        TokenKind.Power => Level.Power,
        _ => Level.None,
    };

    private static BinaryOperator OperatorOf(TokenKind kind) => kind switch
    {
        TokenKind.Or => BinaryOperator.Or,
        TokenKind.And => BinaryOperator.And,
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessOrEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterOrEqual => BinaryOperator.GreaterOrEqual,
        TokenKind.Plus => BinaryOperator.Add,
        TokenKind.Minus => BinaryOperator.Subtract,
        TokenKind.Star => BinaryOperator.Multiply,
        TokenKind.Slash => BinaryOperator.Divide,
        _ => BinaryOperator.Power,
    };

    private static bool IsComparison(TokenKind kind) => LevelOf(kind) == Level.Comparison && kind is not (TokenKind.Between or TokenKind.In);

    private SyntaxNode Operation(Level weakest)
    {
        var first = _at;
        var left = Negation();
        var lastLevel = Level.None;
        var isReported = false;
        while (!_abandoned)
        {
            RespellOperator();
            var level = LevelOf(Kind);
            if (level == Level.None || level < weakest)
            {
                break;
            }

            if (level is Level.Comparison or Level.Power && lastLevel == level && !isReported)
            {
                isReported = true;
                ReportInARow(first, level);
            }

            left = level == Level.Comparison && Kind == TokenKind.Between ? Between(first, left)
                : level == Level.Comparison && Kind == TokenKind.In ? In(first, left)
                : Binary(first, left, level);
            lastLevel = level;
        }

        return left;
    }

    private BinarySyntax Binary(int first, SyntaxNode left, Level level)
    {
        var below = _height;
        var sign = Current;
        Advance();
        var right = Operation(level + 1);
        return Grown(new BinarySyntax(OperatorOf(sign.Kind), left, right, SpanOf(sign), SpanFrom(first)), Math.Max(below, _height));
    }

    private BetweenSyntax Between(int first, SyntaxNode operand)
    {
        var below = _height;
        Advance();
        var low = Operation(Level.Sum);
        below = Math.Max(below, _height);
        if (!Take(TokenKind.And))
        {
            ReportHere(SyntaxCodes.KeywordMissing, $"`and` is missing in `between`, before {Found}", "write `x between 1 and 5`; both ends are included");
            return Grown(new BetweenSyntax(operand, low, Error(_at), SpanFrom(first)), below);
        }

        var high = Operation(Level.Sum);
        return Grown(new BetweenSyntax(operand, low, high, SpanFrom(first)), Math.Max(below, _height));
    }

    private SyntaxNode Negation()
    {
        var first = _at;
        if (Kind == TokenKind.Plus)
        {
            ReportHere(SyntaxCodes.UnexpectedInExpression, "`+` has nothing on its left", "delete it: a number without a sign is positive");
            Advance();
        }

        if (Kind != TokenKind.Minus)
        {
            return Operand();
        }

        if (!Enter())
        {
            return Error(first);
        }

        Advance();
        var operand = Negation();
        _depth--;
        if (Kind == TokenKind.Power)
        {
            var operandText = TextFrom(first + 1, _at - 1);
            var exponent = ExponentText();
            ReportHere(
                SyntaxCodes.PowerNeedsBrackets,
                "a power of a negation needs brackets",
                $"write `(-{operandText}) ** {exponent}` or `-({operandText} ** {exponent})`");
        }

        return Grown(new NegateSyntax(operand, SpanFrom(first)), _height);
    }

    private void ReportInARow(int first, Level level)
    {
        if (level == Level.Comparison)
        {
            _isBroken = true;
            ReportHere(
                SyntaxCodes.ComparisonsInARow,
                $"{Found} compares the result of a comparison",
                $"write two comparisons with `and`, or brackets: `({TextFrom(first, _at - 1)}) {Current.Text} ...`");
            return;
        }

        var power = first;
        for (var i = first; i < _at; i++)
        {
            power = tokens[i].Kind == TokenKind.Power ? i : power;
        }

        var exponent = ExponentText();
        ReportHere(
            SyntaxCodes.PowerNeedsBrackets,
            "a power of a power needs brackets",
            $"write `({TextFrom(first, _at - 1)}) ** {exponent}` or `{TextFrom(first, power - 1)} ** ({TextFrom(power + 1, _at - 1)} ** {exponent})`");
    }

    // The words of the exponent, up to the next operator at the same depth of brackets: enough for the help.
    private string ExponentText()
    {
        var depth = 0;
        var i = _at + 1;
        for (; i < tokens.Count - 1; i++)
        {
            var kind = tokens[i].Kind;
            depth += kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket ? 1 : kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket ? -1 : 0;
            if (depth < 0 || (depth == 0 && i > _at + 1 && kind is not (TokenKind.CloseParenthesis or TokenKind.CloseBracket or TokenKind.Dot or TokenKind.Name or TokenKind.Number)))
            {
                break;
            }
        }

        return i > _at + 1 ? TextFrom(_at + 1, i - 1) : "2";
    }

    // `x is true`, `a equals b`: words where an operator is due.
    private void RespellOperator()
    {
        if (Kind != TokenKind.Name || tokens[_at].Text is not { } word)
        {
            return;
        }

        var (kind, length, help) = word switch
        {
            "is" when Peek().Text == "not" => (TokenKind.NotEqual, 2, "write `!=`"),
            "is" => (TokenKind.Equal, 1, "write `=`"),
            "equals" or "equal" or "eq" => (TokenKind.Equal, 1, "write `=`"),
            "isnt" or "ne" => (TokenKind.NotEqual, 1, "write `!=`"),
            "plus" => (TokenKind.Plus, 1, "write `+`"),
            "minus" => (TokenKind.Minus, 1, "write `-`"),
            "times" => (TokenKind.Star, 1, "write `*`"),
            "x" when Peek().Kind == TokenKind.Number => (TokenKind.Star, 1, "write `*`"),
            "not" when Peek().Kind == TokenKind.In => (TokenKind.Bad, 1, "write `not(x in xs)`"),
            "mod" or "modulo" => (TokenKind.Bad, 1, "write `modulo(a, b)`"),
            "at" when Peek().Text == "least" => (TokenKind.GreaterOrEqual, 2, "in a condition write `>=`; the words `at least` stand in cells"),
            "at" when Peek().Text == "most" => (TokenKind.LessOrEqual, 2, "in a condition write `<=`; the words `at most` stand in cells"),
            "more" when Peek().Text == "than" => (TokenKind.Greater, 2, "in a condition write `>`; the words `more than` stand in cells"),
            "less" when Peek().Text == "than" => (TokenKind.Less, 2, "write `<`"),
            "under" => (TokenKind.Less, 1, "in a condition write `<`; the word `under` stands in cells"),
            _ => (TokenKind.End, 0, ""),
        };
        if (length == 0 || _cellWords)
        {
            return;
        }

        var written = TextFrom(_at, _at + length - 1);
        Report(SyntaxCodes.OperatorOfAnotherLanguage, SpanOf(Current), $"`{written}` is not an operator", help);
        if (kind != TokenKind.Bad)
        {
            _at += length - 1;
            tokens[_at] = tokens[_at] with { Kind = kind };
        }
    }
}
