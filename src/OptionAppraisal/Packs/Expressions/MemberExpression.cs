using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>The value of one member of a fact that has a value for each of several: by a name, or by a record.</summary>
/// <remarks>Not known where the value of the member is not given, or the record is not known.</remarks>
public sealed class MemberExpression : Expression
{
    /// <summary>The value of a name.</summary>
    /// <param name="fact">A <see cref="CaseFactExpression"/>, <see cref="OptionFactExpression"/> or <see cref="RecordFactExpression"/> of a fact with members.</param>
    /// <param name="definition">The fact.</param>
    /// <param name="name">The place of the name among those of the fact, from 0.</param>
    /// <param name="span">Where it is written.</param>
    public MemberExpression(Expression fact, FactDefinition definition, int name, SourceSpan span)
        : base(ExpressionKind.Member, definition.TypeOfEach, span, fact)
    {
        Definition = definition;
        Name = name;
    }

    /// <summary>The value of a record.</summary>
    /// <param name="fact">A <see cref="CaseFactExpression"/>, <see cref="OptionFactExpression"/> or <see cref="RecordFactExpression"/> of a fact with members.</param>
    /// <param name="definition">The fact.</param>
    /// <param name="record">The record.</param>
    /// <param name="span">Where it is written.</param>
    public MemberExpression(Expression fact, FactDefinition definition, Expression record, SourceSpan span)
        : base(ExpressionKind.Member, definition.TypeOfEach, span, fact, record)
    {
        Definition = definition;
        Name = -1;
    }

    /// <summary>The fact, as a list of the values of all members.</summary>
    public Expression Fact => Operands[0];

    /// <summary>The fact.</summary>
    public FactDefinition Definition { get; }

    /// <summary>The place of the name, from 0; -1 where a record says which.</summary>
    public int Name { get; }

    /// <summary>The record, or null for a name.</summary>
    public Expression? Record => Operands.Length > 1 ? Operands[1] : null;
}
