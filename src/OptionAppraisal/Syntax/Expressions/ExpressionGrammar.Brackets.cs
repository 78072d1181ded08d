using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Filters, brackets, lists and ranges, and how reading goes on where one is not closed.</summary>
internal sealed partial class ExpressionGrammar
{
    private BracketSyntax Bracket(int first, SyntaxNode target)
    {
        var below = _height;
        var open = Current;
        Advance();
        var inner = Expression();
        below = Math.Max(below, _height);
        Close(TokenKind.CloseBracket, open);
        return Grown(new BracketSyntax(target, inner, SpanFrom(first)), below);
    }

    private SyntaxNode Parenthesis()
    {
        var first = _at;
        var open = Current;
        Advance();
        if (Kind == TokenKind.CloseParenthesis)
        {
            ReportHere(SyntaxCodes.OperandMissing, "there is nothing in these brackets", "write a value in them; an empty list is `[]`");
            Advance();
            return Error(first);
        }

        var inner = Expression();
        if (Kind == TokenKind.DotDot)
        {
            return Range(first, inner, lowIncluded: false, open);
        }

        if (Kind == TokenKind.Comma)
        {
            ReportHere(SyntaxCodes.UnexpectedInExpression, "a comma does not stand in round brackets", $"write a list in square brackets: `[{TextFrom(first + 1, _at - 1)}, ...]`");
            while (Take(TokenKind.Comma))
            {
                Expression();
            }

            inner = Error(first);
        }

        Close(TokenKind.CloseParenthesis, open);
        return inner;
    }

    private SyntaxNode ListOrRange()
    {
        var first = _at;
        var open = Current;
        Advance();
        var items = ImmutableArray.CreateBuilder<SyntaxNode>();
        var below = 0;
        while (Kind is not (TokenKind.CloseBracket or TokenKind.End))
        {
            var before = _at;
            items.Add(Expression());
            below = Math.Max(below, _height);
            if (items.Count == 1 && Kind == TokenKind.DotDot)
            {
                return Range(first, items[0], lowIncluded: true, open);
            }

            if (!NextPart(TokenKind.CloseBracket, before))
            {
                break;
            }
        }

        Close(TokenKind.CloseBracket, open);
        return Grown(new ListSyntax(items.ToImmutable(), SpanFrom(first)), below);
    }

    private SyntaxNode OpenRange()
    {
        var first = _at;
        var open = Current;
        Advance();
        var low = Expression();
        if (Kind == TokenKind.DotDot)
        {
            return Range(first, low, lowIncluded: false, open);
        }

        Report(SyntaxCodes.BracketMissing, SpanOf(open), "the `]` here closes nothing", "delete it; a range without its low end is written `]1..5]` or `(1..5]`");
        return low;
    }

    private RangeSyntax Range(int first, SyntaxNode low, bool lowIncluded, Token open)
    {
        var below = _height;
        Advance();
        var high = Expression();
        below = Math.Max(below, _height);
        var highIncluded = Kind == TokenKind.CloseBracket;
        if (Kind is TokenKind.CloseBracket or TokenKind.CloseParenthesis or TokenKind.OpenBracket)
        {
            Advance();
        }
        else
        {
            Report(
                SyntaxCodes.BracketMissing,
                SpanOf(open),
                $"the range opened here is not closed before {Found}",
                "close it with `]` to include the high end, with `)` to leave it out");
        }

        return Grown(new RangeSyntax(low, lowIncluded, high, highIncluded, SpanFrom(first)), below);
    }

    private void Close(TokenKind kind, Token open)
    {
        if (Take(kind))
        {
            return;
        }

        var sign = kind == TokenKind.CloseBracket ? "]" : ")";
        if (Kind is TokenKind.CloseBracket or TokenKind.CloseParenthesis)
        {
            ReportHere(SyntaxCodes.BracketMissing, $"{Found} does not close the `{open.Text}` before it", $"write `{sign}`");
            Advance();
            return;
        }

        if (Kind == TokenKind.End)
        {
            // What belongs together is not known: a half of it would be judged for what the whole does not say.
            _isBroken = true;
            if (tokens[_at - 1].Kind == TokenKind.Bad)
            {
                return;
            }

            Report(SyntaxCodes.BracketMissing, SpanOf(open), $"the `{open.Text}` here is not closed", $"write `{sign}` where it ends");
            return;
        }

        Unexpected();
        SkipTo(kind);
        Take(kind);
    }

    /// <summary>Goes to the next part after a comma; false where the bracket closes or the parts end.</summary>
    private bool NextPart(TokenKind close, int before)
    {
        if (Take(TokenKind.Comma))
        {
            if (Kind == close)
            {
                ReportHere(SyntaxCodes.OperandMissing, "a value is missing after the comma", "delete the comma, or write the value");
                return false;
            }

            return true;
        }

        if (Kind is TokenKind.End or TokenKind.CloseBracket or TokenKind.CloseParenthesis)
        {
            return false;
        }

        Unexpected();
        SkipTo(close);
        if (_at == before)
        {
            Advance();
        }

        return Take(TokenKind.Comma);
    }

    // To the comma or bracket that ends this part.
    private void SkipTo(TokenKind close)
    {
        var depth = 0;
        while (Kind != TokenKind.End)
        {
            if (depth == 0 && (Kind == close || Kind == TokenKind.Comma))
            {
                return;
            }

            depth += Kind is TokenKind.OpenParenthesis or TokenKind.OpenBracket ? 1 : Kind is TokenKind.CloseParenthesis or TokenKind.CloseBracket ? -1 : 0;
            if (depth < 0)
            {
                return;
            }

            Advance();
        }
    }
}
