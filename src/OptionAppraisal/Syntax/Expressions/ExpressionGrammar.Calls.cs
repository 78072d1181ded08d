using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Calls with positional or named arguments.</summary>
internal sealed partial class ExpressionGrammar
{
    private CallSyntax Call(int first, NameSyntax function)
    {
        var open = Current;
        Advance();
        var arguments = ImmutableArray.CreateBuilder<ArgumentSyntax>();
        var below = 0;
        while (Kind is not (TokenKind.CloseParenthesis or TokenKind.End))
        {
            var before = _at;
            var name = ArgumentName();
            var value = Expression();
            below = Math.Max(below, _height);
            arguments.Add(new ArgumentSyntax(name, value, SpanFrom(before)));
            if (!NextPart(TokenKind.CloseParenthesis, before))
            {
                break;
            }
        }

        Close(TokenKind.CloseParenthesis, open);
        return Grown(new CallSyntax(function, arguments.ToImmutable(), SpanFrom(first)), below);
    }

    // `start position: 2`: one or more words before a colon.
    private NameSyntax? ArgumentName()
    {
        var length = 0;
        while (Peek(length) is { Kind: TokenKind.Name or >= TokenKind.And } token && token.Kind != TokenKind.End)
        {
            length++;
        }

        if (length == 0 || Peek(length).Kind != TokenKind.Colon)
        {
            return null;
        }

        var name = string.Join(' ', Enumerable.Range(0, length).Select(i => Peek(i).Text));
        var first = _at;
        _at += length;
        var span = SpanFrom(first);
        Advance();
        return new NameSyntax(name, span);
    }

    private ErrorSyntax WrongCall(int first, SyntaxNode target)
    {
        var open = Current;
        var help = target is PathSyntax path && path.Name.Name.Length > 0
            ? $"write `{path.Name.Name}({TextFrom(first, Math.Max(first, _at - 3))})`"
            : "functions are called by name: `count(xs)`; for a product write `*`";
        ReportHere(SyntaxCodes.UnexpectedInExpression, "only a name of a function can be called", help);
        Advance();
        while (Kind is not (TokenKind.CloseParenthesis or TokenKind.End))
        {
            var before = _at;
            Expression();
            if (!NextPart(TokenKind.CloseParenthesis, before))
            {
                break;
            }
        }

        Close(TokenKind.CloseParenthesis, open);
        return Error(first);
    }
}
