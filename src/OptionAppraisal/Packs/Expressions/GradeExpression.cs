using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>How good the evidence of a fact is, as text: <c>measured</c>, <c>document</c>, <c>estimate</c> or <c>testimony</c>; not known where nothing is said.</summary>
/// <param name="fact">The fact, or a member of one.</param>
/// <param name="span">Where it is written.</param>
public sealed class GradeExpression(Expression fact, SourceSpan span) : Expression(ExpressionKind.Grade, FactType.Text, span, fact)
{
    /// <summary>The fact, or a member of one.</summary>
    public Expression Fact => Operands[0];
}
