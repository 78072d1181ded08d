using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Values, names and paths: what stands between operators.</summary>
internal sealed partial class ExpressionGrammar
{
    private SyntaxNode Operand()
    {
        if (!Enter())
        {
            return Error(_at);
        }

        var first = _at;
        var node = Start();
        while (!_abandoned)
        {
            if (Kind == TokenKind.Dot)
            {
                node = Path(first, node);
            }
            else if (Kind == TokenKind.OpenBracket && CanStart(Peek().Kind))
            {
                node = Bracket(first, node);
            }
            else if (Kind == TokenKind.OpenParenthesis)
            {
                node = WrongCall(first, node);
            }
            else
            {
                break;
            }
        }

        _depth--;
        return node;
    }

    private SyntaxNode Start()
    {
        var token = Current;
        var span = SpanOf(token);
        _height = 1;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new NumberSyntax(token.Number, span);
            case TokenKind.Text:
                Advance();
                return new TextSyntax(token.Text, span);
            case TokenKind.Date:
                Advance();
                return new DateSyntax(token.Date, span);
            case TokenKind.True or TokenKind.False:
                Advance();
                return new BooleanSyntax(token.Kind == TokenKind.True, span);
            case TokenKind.Null:
                Advance();
                return new NullSyntax(span);
            case TokenKind.Bad:
                Advance();
                return new ErrorSyntax(span);
            case TokenKind.Name:
                return NameOrCall();
            case TokenKind.OpenParenthesis:
                return Parenthesis();
            case TokenKind.OpenBracket:
                return ListOrRange();
            case TokenKind.CloseBracket when CanStart(Peek().Kind):
                return OpenRange();
            case TokenKind.If:
                return If();
            case TokenKind.For:
                return For();
            case TokenKind.Some or TokenKind.Every:
                return Quantified();
            case TokenKind.OpenBrace:
                return Context();
            default:
                return Missing();
        }
    }

    private static bool CanStart(TokenKind kind) => kind is TokenKind.Number or TokenKind.Text or TokenKind.Date or TokenKind.True or TokenKind.False or TokenKind.Null
        or TokenKind.Name or TokenKind.OpenParenthesis or TokenKind.OpenBracket or TokenKind.CloseBracket or TokenKind.If or TokenKind.For or TokenKind.Some or TokenKind.Every
        or TokenKind.Minus or TokenKind.Bad or TokenKind.OpenBrace or TokenKind.Plus
        or TokenKind.Equal or TokenKind.NotEqual or TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual;

    private ErrorSyntax Missing()
    {
        var before = _at > 0 ? $" after `{tokens[_at - 1].Text}`" : "";
        var help = Kind switch
        {
            _ when Kind == TokenKind.DotDot || (_at > 0 && tokens[_at - 1].Kind == TokenKind.DotDot) =>
                "a range has both ends; for one end write a comparison, such as `>= 1`",
            TokenKind.Less or TokenKind.LessOrEqual or TokenKind.Greater or TokenKind.GreaterOrEqual or TokenKind.Equal or TokenKind.NotEqual when _at == 0 =>
                "write what is compared on the left; a comparison alone stands in a cell",
            TokenKind.Then or TokenKind.Else => "write the value that belongs before it",
            TokenKind.CloseParenthesis or TokenKind.CloseBracket => "write a value before it, or delete the bracket",
            _ => "write a number, a text in double quotes, a name, or an expression in brackets",
        };
        ReportHere(SyntaxCodes.OperandMissing, $"a value is missing{before}, before {Found}", help);
        return Error(_at);
    }

    private SyntaxNode NameOrCall()
    {
        var token = Current;
        var name = new NameSyntax(token.Text, SpanOf(token));
        Advance();
        if (token.Text == "!" || (token.Text == "not" && Kind != TokenKind.OpenParenthesis && CanStart(Kind)))
        {
            return BareNot(name);
        }

        if (Kind == TokenKind.OpenParenthesis && token.Text == "function")
        {
            _at--;
            ReportHere(SyntaxCodes.NotInThisVersion, "a function of one's own is not in this version", "give the calculation a name under `derived:`");
            _abandoned = true;
            _at = tokens.Count - 1;
            return Error(_at);
        }

        return Kind == TokenKind.OpenParenthesis ? Call(_at - 1, name) : name;
    }

    // `not x` and `!x`: the operand that was meant is what follows.
    private CallSyntax BareNot(NameSyntax name)
    {
        var first = _at - 1;
        var operand = Operation(Level.Sum);
        var span = SpanFrom(first);
        if (name.Name == "not" && !_abandoned)
        {
            bag.Add(SyntaxCodes.BracketMissing, name.Span, "`not` needs brackets around what it denies", $"write `not({TextFrom(first + 1, Math.Max(first + 1, _at - 1))})`");
        }

        return Grown(new CallSyntax(new NameSyntax("not", name.Span), [new ArgumentSyntax(null, operand, operand.Span)], span), _height);
    }

    private PathSyntax Path(int first, SyntaxNode target)
    {
        var below = _height;
        Advance();
        if (Kind == TokenKind.Name)
        {
            var name = new NameSyntax(Current.Text, SpanOf(Current));
            Advance();
            return Grown(new PathSyntax(target, name, SpanFrom(first)), below);
        }

        var isKeyword = Keywords.All.ContainsKey(Current.Text);
        ReportHere(
            SyntaxCodes.NameMissing,
            isKeyword ? $"`{Current.Text}` is a keyword and cannot be a name" : $"a name is missing after the point, before {Found}",
            "write the name of a fact after the point, such as `baseline.annual_cost`");
        var missing = new NameSyntax("", SpanOf(Current));
        if (isKeyword)
        {
            Advance();
        }

        return Grown(new PathSyntax(new ErrorSyntax(SpanFrom(first)), missing, SpanFrom(first)), below);
    }

    private ErrorSyntax Context()
    {
        var first = _at;
        ReportHere(SyntaxCodes.NotInThisVersion, "`{` starts a context, which is not in this version", "give each part a name under `derived:`");
        var depth = 0;
        do
        {
            depth += Kind == TokenKind.OpenBrace ? 1 : Kind == TokenKind.CloseBrace ? -1 : 0;
            Advance();
        }
        while (depth > 0 && Kind != TokenKind.End);
        return Error(first);
    }
}
