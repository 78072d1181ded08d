using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>A typed expression: names resolved, types and units checked, ready to be judged by any engine.</summary>
/// <remarks>Immutable. A node keeps the place where it was written; what it means is said by its kind.</remarks>
public abstract class Expression
{
    private protected Expression(ExpressionKind kind, FactType type, SourceSpan span, params ReadOnlySpan<Expression> operands)
    {
        Kind = kind;
        Type = type;
        Span = span;
        Operands = [.. operands];
    }

    /// <summary>The kind.</summary>
    public ExpressionKind Kind { get; }

    /// <summary>The type of its values; any expression may be not known.</summary>
    public FactType Type { get; }

    /// <summary>Where it is written.</summary>
    public SourceSpan Span { get; }

    /// <summary>The expressions it is made of, in text order.</summary>
    public ImmutableArray<Expression> Operands { get; }

    /// <summary>The expression as written.</summary>
    public override string ToString() => Span.Text;
}
