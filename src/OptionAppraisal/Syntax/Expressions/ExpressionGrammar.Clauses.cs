using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>The forms that start with a keyword: if, for, some, every; and the tests after `in`.</summary>
internal sealed partial class ExpressionGrammar
{
    private IfSyntax If()
    {
        var first = _at;
        Advance();
        var condition = Expression();
        var below = _height;
        var then = Clause(TokenKind.Then, "then", "if", "write `if condition then value else value`");
        below = Math.Max(below, _height);
        var otherwise = Clause(TokenKind.Else, "else", "if", "write `else` and a value: an `if` always has both; `else null` is not known");
        return Grown(new IfSyntax(condition, then, otherwise, SpanFrom(first)), Math.Max(below, _height));
    }

    private SyntaxNode Clause(TokenKind keyword, string word, string form, string help)
    {
        if (Take(keyword))
        {
            return Expression();
        }

        if (keyword == TokenKind.Else && Current.Text is "elseif" or "elsif" or "elif")
        {
            ReportHere(SyntaxCodes.KeywordMissing, $"{Found} is not a keyword", "write `else if`");
            return If();
        }

        ReportHere(SyntaxCodes.KeywordMissing, $"`{word}` is missing in `{form}`, before {Found}", help);
        return Error(_at);
    }

    private ForSyntax For()
    {
        var first = _at;
        Advance();
        var iterators = Iterators("for", "for x in xs return x.cost");
        var below = _height;
        var body = Clause(TokenKind.Return, "return", "for", "write `for x in xs return ...`");
        return Grown(new ForSyntax(iterators, body, SpanFrom(first)), Math.Max(below, _height));
    }

    private QuantifiedSyntax Quantified()
    {
        var first = _at;
        var isEvery = Kind == TokenKind.Every;
        var word = Current.Text;
        Advance();
        var iterators = Iterators(word, $"{word} x in xs satisfies x.cost > 0");
        var below = _height;
        var condition = Clause(TokenKind.Satisfies, "satisfies", word, $"write `{word} x in xs satisfies ...`");
        return Grown(new QuantifiedSyntax(isEvery, iterators, condition, SpanFrom(first)), Math.Max(below, _height));
    }

    private ImmutableArray<IteratorSyntax> Iterators(string form, string example)
    {
        var iterators = ImmutableArray.CreateBuilder<IteratorSyntax>();
        var below = 0;
        do
        {
            var first = _at;
            if (Kind != TokenKind.Name)
            {
                ReportHere(SyntaxCodes.NameMissing, $"a name is missing in `{form}`, before {Found}", $"write a name for each element: `{example}`");
            }

            var name = new NameSyntax(Kind == TokenKind.Name ? Current.Text : "", SpanOf(Current));
            if (Kind == TokenKind.Name)
            {
                Advance();
            }

            if (!Take(TokenKind.In))
            {
                ReportHere(SyntaxCodes.KeywordMissing, $"`in` is missing in `{form}`, before {Found}", $"write `{example}`");
                iterators.Add(new IteratorSyntax(name, Error(_at), null, SpanFrom(first)));
                continue;
            }

            var list = Expression();
            below = Math.Max(below, _height);
            SyntaxNode? to = null;
            if (Take(TokenKind.DotDot))
            {
                to = Expression();
                below = Math.Max(below, _height);
            }

            iterators.Add(new IteratorSyntax(name, list, to, SpanFrom(first)));
        }
        while (!_abandoned && Take(TokenKind.Comma));

        _height = below;
        return iterators.ToImmutable();
    }

    private InSyntax In(int first, SyntaxNode operand)
    {
        var below = _height;
        Advance();
        var tests = Kind == TokenKind.OpenParenthesis ? TestsInBrackets() : [Test()];
        return Grown(new InSyntax(operand, tests, SpanFrom(first)), Math.Max(below, _height));
    }

    // `in (1, 2)`, `in (< 5, > 10)`, and `in (1..5)`, which is a range.
    private ImmutableArray<SyntaxNode> TestsInBrackets()
    {
        var first = _at;
        var open = Current;
        Advance();
        var tests = ImmutableArray.CreateBuilder<SyntaxNode>();
        var below = 0;
        while (Kind is not (TokenKind.CloseParenthesis or TokenKind.End))
        {
            var before = _at;
            tests.Add(Test());
            below = Math.Max(below, _height);
            if (tests.Count == 1 && Kind == TokenKind.DotDot)
            {
                return [Range(first, tests[0], lowIncluded: false, open)];
            }

            if (!NextPart(TokenKind.CloseParenthesis, before))
            {
                break;
            }
        }

        if (tests.Count == 0)
        {
            ReportHere(SyntaxCodes.OperandMissing, "there is nothing in these brackets", "write the values or tests, parted by commas");
            tests.Add(Error(first));
        }

        Close(TokenKind.CloseParenthesis, open);
        _height = below;
        return tests.ToImmutable();
    }

    /// <summary>A comparison without its left side, a range, or a plain value.</summary>
    private SyntaxNode Test()
    {
        if (!IsComparison(Kind))
        {
            return Operation(Level.Sum);
        }

        var first = _at;
        var sign = Current;
        Advance();
        var operand = Operation(Level.Sum);
        return Grown(new UnaryTestSyntax(OperatorOf(sign.Kind), operand, SpanFrom(first)), _height);
    }

    /// <summary>Reports what stands where nothing can stand, with the likeliest reason.</summary>
    private void Unexpected()
    {
        var before = _at > 0 ? tokens[_at - 1] : default;
        if (Kind == TokenKind.Bad || before.Kind == TokenKind.Bad || Current.Text == ";")
        {
            // What was reported as a sign is not reported as a place again.
            return;
        }

        var (code, message, help) = Kind switch
        {
            TokenKind.CloseParenthesis or TokenKind.CloseBracket =>
                (SyntaxCodes.BracketMissing, $"the {Found} here closes nothing", "delete it, or open the bracket where the part begins"),
            TokenKind.Comma when before.Kind == TokenKind.Number && Peek().Kind == TokenKind.Number && Peek().Start == Current.End =>
                (SyntaxCodes.NumberMalformed, $"the number `{TextFrom(_at - 1, _at + 1)}` is written with a comma", "write it without the comma; a point stands before decimals"),
            TokenKind.Comma =>
                (SyntaxCodes.UnexpectedInExpression, "a comma does not stand here", "write lists in square brackets, and `and` or `or` between conditions"),
            TokenKind.DotDot => (SyntaxCodes.UnexpectedInExpression, "a range needs its brackets", "write `[1..5]`, or `[1..5)` to leave the high end out"),
            TokenKind.OpenBracket => (SyntaxCodes.BracketMissing, "the `[` here is not closed", "write `]` where it ends, or delete it"),
            TokenKind.Name when Current.Text == "instance" && Peek().Text == "of" =>
                (SyntaxCodes.NotInThisVersion, "`instance of` is not in this version", "the type of a fact is declared with it: there is nothing to ask"),
            TokenKind.Colon => (SyntaxCodes.UnexpectedInExpression, "a colon does not stand here", "write `=` to compare; a named argument stands in the brackets of a function"),
            TokenKind.Name when before.Kind == TokenKind.Number =>
                (SyntaxCodes.UnexpectedInExpression, $"{Found} does not follow a number", "write an operator between them; units stand on facts, not in numbers"),
            TokenKind.Name or TokenKind.Text or TokenKind.Number when before.Kind is TokenKind.Name or TokenKind.Number or TokenKind.Text =>
                (SyntaxCodes.UnexpectedInExpression, $"{Found} follows `{before.Text}` without an operator", "write an operator between them, or put a text in double quotes: `\"text\"`"),
            TokenKind.CloseBrace => (SyntaxCodes.BracketMissing, "the `}` here closes nothing", "delete it"),
            _ => (SyntaxCodes.UnexpectedInExpression, $"{Found} does not stand here", "write an operator such as `and`, `or` or `+` before it, or delete it"),
        };
        ReportHere(code, message, help);
    }
}
