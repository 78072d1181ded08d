using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Words and signs to a tree, by recursive descent of limited depth; after a problem it reads on.</summary>
/// <remarks>Every part leaves the height of what it read in <see cref="_height"/>, so that no tree is too high to recurse over.</remarks>
internal sealed partial class ExpressionGrammar(ScalarNode scalar, List<Token> tokens, DiagnosticBag bag)
{
    // Past some pieces that do not hang together the text is no expression, and more words do not help.
    private const int MostParts = 4;

    private int _at;
    private int _depth;
    private int _height;
    private int _lastReported = -1;
    private bool _abandoned;
    private bool _isBroken;

    private Token Current => tokens[_at];

    private TokenKind Kind => tokens[_at].Kind;

    private Token Peek(int ahead = 1) => tokens[Math.Min(_at + ahead, tokens.Count - 1)];

    public SyntaxNode ReadExpression()
    {
        if (Kind == TokenKind.End)
        {
            return Empty();
        }

        var node = Expression();
        for (var parts = 0; Kind != TokenKind.End; parts++)
        {
            node = AfterTheEnd(node);
            _at = parts < MostParts ? _at : tokens.Count - 1;
        }

        return _abandoned || _isBroken ? Error(0) : node;
    }

    private ErrorSyntax Empty()
    {
        bag.Add(SyntaxCodes.ExpressionEmpty, scalar.SpanOf(0, scalar.Text.Length), "an expression is missing", "write what is to be calculated or asked");
        return Error(0);
    }

    // Something is left over: it is reported once, and what follows it is read for problems of its own.
    private SyntaxNode AfterTheEnd(SyntaxNode node)
    {
        Unexpected();
        var first = _at;
        Advance();
        if (Kind != TokenKind.End)
        {
            _lastReported = _at;
            Expression();
        }

        return node is ErrorSyntax ? node : Error(first);
    }

    private SyntaxNode Expression()
    {
        if (!Enter())
        {
            return Error(_at);
        }

        var node = Operation(Level.Or);
        _depth--;
        return node;
    }

    private bool Enter()
    {
        if (_depth < SyntaxLimits.ExpressionHeight)
        {
            _depth++;
            return true;
        }

        Abandon();
        return false;
    }

    private void Abandon()
    {
        if (!_abandoned)
        {
            _abandoned = true;
            bag.Add(
                SyntaxCodes.ExpressionTooDeep,
                scalar.SpanOf(Current.Start, Current.Length),
                string.Create(CultureInfo.InvariantCulture, $"the expression is nested, or goes on, more than {SyntaxLimits.ExpressionHeight} deep here"),
                "give parts of it names under `derived:`");
        }

        _at = tokens.Count - 1;
    }

    private T Grown<T>(T node, int heightBelow)
        where T : SyntaxNode
    {
        _height = heightBelow + 1;
        if (_height > SyntaxLimits.ExpressionHeight)
        {
            Abandon();
        }

        return node;
    }

    private void Advance()
    {
        if (_at < tokens.Count - 1)
        {
            _at++;
        }
    }

    private bool Take(TokenKind kind)
    {
        if (Kind != kind)
        {
            return false;
        }

        Advance();
        return true;
    }

    private bool TakeName(string name)
    {
        if (Kind != TokenKind.Name || Current.Text != name)
        {
            return false;
        }

        Advance();
        return true;
    }

    /// <summary>The span from a word or sign to the last one that was read.</summary>
    private SourceSpan SpanFrom(int first)
    {
        var last = Math.Max(first, _at - 1);
        return scalar.SpanOf(tokens[first].Start, tokens[last].End - tokens[first].Start);
    }

    private SourceSpan SpanOf(Token token)
    {
        if (token.Kind != TokenKind.End || token.Start == 0)
        {
            return scalar.SpanOf(token.Start, token.Length);
        }

        // The end is shown just after the last thing that was written.
        var last = scalar.SpanOf(token.Start - 1, 1);
        return last.Source is { } source ? source.Span(last.EndOffset, 0) : last;
    }

    private string TextFrom(int first, int last) => last < first ? "..." : scalar.Text[tokens[first].Start..tokens[last].End];

    private ErrorSyntax Error(int first)
    {
        _height = 1;
        return new ErrorSyntax(SpanFrom(Math.Min(first, tokens.Count - 1)));
    }

    // One problem a place: what follows from it is not told again.
    private void Report(DiagnosticCode code, SourceSpan span, string message, string help)
    {
        if (_abandoned || _lastReported == _at)
        {
            return;
        }

        _lastReported = _at;
        bag.Add(code, span, message, help);
    }

    private void ReportHere(DiagnosticCode code, string message, string help) => Report(code, SpanOf(Current), message, help);

    private string Found => Kind == TokenKind.End ? "the end of the expression" : $"`{scalar.Text.AsSpan(Current.Start, Math.Min(Current.Length, 40))}`";
}
