using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Syntax.Expressions;

/// <summary>Texts of scalars to trees of expressions, cells and templates, with every place in the file.</summary>
/// <remarks>Immutable and thread-safe. Names of several words, of functions and of <c>extraNames</c>, are read longest first.</remarks>
internal sealed class ExpressionParser(ImmutableArray<string> functionNames, ImmutableArray<string> extraNames)
{
    private readonly NameTable _names = new(functionNames, extraNames);

    public SyntaxNode ParseExpression(ScalarNode scalar, DiagnosticBag bag) => ParseExpression(scalar, 0, scalar.Text.Length, bag);

    /// <summary>A cell of a `when:` map: one test, several, `-`, or a plain value.</summary>
    public SyntaxNode ParseCell(ScalarNode scalar, DiagnosticBag bag)
    {
        if (scalar.Text.AsSpan().Trim().IsEmpty || (scalar.Style == ScalarStyle.Plain && scalar.Text == "~"))
        {
            bag.Add(SyntaxCodes.CellEmpty, scalar.Span, "a cell is empty", "write a test, `-` for any value, or `null` for not known");
            return new ErrorSyntax(scalar.Span);
        }

        return Tokens(scalar, 0, scalar.Text.Length, isCell: true, bag) is { } tokens
            ? new ExpressionGrammar(scalar, tokens, bag).ReadCell()
            : new ErrorSyntax(scalar.Span);
    }

    /// <summary>The words and the `{expression}` slots of a text; `{{` and `}}` are braces.</summary>
    public ImmutableArray<TextSegment> ParseTemplate(ScalarNode scalar, DiagnosticBag bag) => new TemplateReader(this, scalar, bag).Read();

    internal SyntaxNode ParseExpression(ScalarNode scalar, int start, int end, DiagnosticBag bag) =>
        Tokens(scalar, start, end, isCell: false, bag) is { } tokens
            ? new ExpressionGrammar(scalar, tokens, bag).ReadExpression()
            : new ErrorSyntax(scalar.SpanOf(start, end - start));

    private List<Token>? Tokens(ScalarNode scalar, int start, int end, bool isCell, DiagnosticBag bag)
    {
        if (end - start > SyntaxLimits.ExpressionLength)
        {
            bag.Add(
                SyntaxCodes.ExpressionTooLong,
                scalar.SpanOf(start, 1),
                string.Create(CultureInfo.InvariantCulture, $"the expression has {end - start} characters; at most {SyntaxLimits.ExpressionLength} are read"),
                "give parts of it names under `derived:`");
            return null;
        }

        return new ExpressionLexer(scalar, start, end, _names, isCell, bag).Read();
    }
}
