using System.Runtime.CompilerServices;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Syntax.Expressions;

namespace OptionAppraisal.Binding.Expressions;

/// <summary>One binding of one expression. A part that is wrong is null and was reported; the rest is bound all the same, to find all problems.</summary>
internal sealed partial class BindingPass(NameScope scope, DiagnosticBag bag)
{
    private const int WidestQuote = 60;

    private readonly NameScope _scope = scope;
    private readonly DiagnosticBag _bag = bag;
    private Frame? _frames;

    /// <summary>Binds a part. The expected type only gives words their meaning as members of a choice; whoever wants it checked does so.</summary>
    public Expression? Bind(SyntaxNode syntax, FactType? expected = null)
    {
        // The parser limits the height of a tree; a caller on a small stack is told the same.
        return RuntimeHelpers.TryEnsureSufficientExecutionStack()
            ? Node(syntax, expected)
            : Report(SyntaxCodes.ExpressionTooDeep, syntax.Span, "the expression is nested too deeply", "give parts of it names under `derived:`");
    }

    /// <summary>Binds a part that must be true or false.</summary>
    public Expression? Condition(SyntaxNode syntax) =>
        Bind(syntax, FactType.Boolean) is { } bound && Expect(bound, FactType.Boolean) ? bound : null;

    /// <summary>Whether an expression has the type that is wanted; reports where it has not.</summary>
    public bool Expect(Expression bound, FactType expected)
    {
        if (TypeAgreement.Unify(expected, bound.Type) is not null)
        {
            return true;
        }

        if (TypeAgreement.DifferInUnit(expected, bound.Type))
        {
            Report(
                ExpressionCodes.UnexpectedType,
                bound.Span,
                $"{Quote(bound.Span)} is {TypeAgreement.InUnit(bound.Type)}, but {TypeAgreement.Describe(expected)} is wanted here",
                expected is NumberType { Unit.IsNone: true } ? "divide by a value of the same unit" : $"write {TypeAgreement.Describe(expected)}, or give what is declared the unit of this");
            return false;
        }

        Report(
            ExpressionCodes.UnexpectedType,
            bound.Span,
            $"{Quote(bound.Span)} is {TypeAgreement.Describe(bound.Type)}, but {TypeAgreement.Describe(expected)} is wanted here",
            expected is BooleanType ? HelpForCondition(bound) : $"write {TypeAgreement.Describe(expected)}, or declare what is wanted as {TypeAgreement.Describe(bound.Type)}");
        return false;
    }

    private static string HelpForCondition(Expression bound) => bound.Type switch
    {
        NumberType => $"compare it: `{Shorten(bound.Span)} > 0`",
        ListType { Element: BooleanType } => "say how many must hold: `all(...)` or `any(...)`",
        ListType => $"ask how many there are: `count({Shorten(bound.Span)}) > 0`",
        ChoiceType { Members: [var first, ..] } => $"compare it: `{Shorten(bound.Span)} = {first.Id}`",
        _ => $"compare it, or ask `known({Shorten(bound.Span)})`",
    };

    private Expression? Node(SyntaxNode syntax, FactType? expected) => syntax switch
    {
        NumberSyntax number => new ConstantExpression(Value.Of(number.Value), FactType.LiteralNumber, number.Span),
        TextSyntax text => new ConstantExpression(Value.Of(text.Value), FactType.Text, text.Span),
        BooleanSyntax boolean => Constant(boolean.Value, boolean.Span),
        NullSyntax @null => new ConstantExpression(Value.Unknown, FactType.Null, @null.Span),
        DateSyntax date => new ConstantExpression(Value.Of(date.Value), FactType.Date, date.Span),
        NameSyntax name => Name(name, expected),
        PathSyntax path => Path(path),
        NegateSyntax negate => Negate(negate),
        BinarySyntax binary => Binary(binary),
        BetweenSyntax between => Between(between),
        InSyntax @in => In(@in),
        IfSyntax @if => If(@if, expected),
        QuantifiedSyntax quantified => Quantified(quantified, 0),
        ForSyntax loop => For(loop, 0),
        BracketSyntax bracket => Bracket(bracket),
        CallSyntax call => Call(call, expected),
        ListSyntax list => List(list, expected),
        ErrorSyntax => null,
        _ => Report(
            ExpressionCodes.MisplacedTest,
            syntax.Span,
            $"{Quote(syntax.Span)} is a test, not a value",
            "a test stands in a cell, or after `in` as in `x in [1..5]` or `x in (< 5)`"),
    };

    private static ConstantExpression Constant(bool value, SourceSpan span) => new(Value.Of(value), FactType.Boolean, span);

    /// <summary>Reports a problem; null, so that it can stand for the part that is wrong.</summary>
    private Expression? Report(DiagnosticCode code, SourceSpan span, string message, string? help = null)
    {
        _bag.Add(code, span, message, help);
        return null;
    }

    /// <summary>An expression just made, worked out where it is constant.</summary>
    private Expression? Made(Expression expression) => ConstantFolder.Fold(expression, _bag);

    /// <summary>What is expected beside an expression: its type; nothing more is reported beside a part that is wrong.</summary>
    private static FactType TypeBeside(Expression? bound) => bound is GradeExpression ? GradeType.Instance : bound?.Type ?? NoType.Instance;

    private static string Quote(SourceSpan span) => $"`{Shorten(span)}`";

    private static string Shorten(SourceSpan span)
    {
        var text = span.Text;
        var words = new StringBuilder(Math.Min(text.Length, WidestQuote));
        foreach (var c in text)
        {
            if (words.Length >= WidestQuote)
            {
                return words.Append("...").ToString();
            }

            if (!char.IsWhiteSpace(c))
            {
                words.Append(c);
            }
            else if (words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
            }
        }

        return words.ToString();
    }
}
