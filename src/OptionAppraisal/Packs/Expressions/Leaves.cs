using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>A value that never changes; not known for the literal <c>null</c>.</summary>
public sealed class ConstantExpression(Value value, FactType type, SourceSpan span) : Expression(ExpressionKind.Constant, type, span)
{
    private readonly Value _value = value;

    /// <summary>The value.</summary>
    public Value Value => _value;

    // The value where it is kept, for engines: a value is large to copy.
    internal ref readonly Value Kept => ref _value;
}

/// <summary>A fact of the case.</summary>
public sealed class CaseFactExpression(FactDefinition fact, SourceSpan span) : Expression(ExpressionKind.CaseFact, fact.Type, span)
{
    /// <summary>The fact.</summary>
    public FactDefinition Fact { get; } = fact;
}

/// <summary>A fact of the option in whose scope the expression stands, or of the baseline.</summary>
public sealed class OptionFactExpression(FactDefinition fact, bool ofBaseline, SourceSpan span) : Expression(ExpressionKind.OptionFact, fact.Type, span)
{
    /// <summary>The fact.</summary>
    public FactDefinition Fact { get; } = fact;

    /// <summary>Whether it is read from the baseline option.</summary>
    public bool OfBaseline { get; } = ofBaseline;
}

/// <summary>A fact of a record; not known where the record is not known.</summary>
public sealed class RecordFactExpression(Expression record, FactDefinition fact, SourceSpan span) : Expression(ExpressionKind.RecordFact, fact.Type, span, record)
{
    /// <summary>The record.</summary>
    public Expression Record => Operands[0];

    /// <summary>The fact.</summary>
    public FactDefinition Fact { get; } = fact;
}

/// <summary>The id or the title of a record, as text.</summary>
public sealed class RecordAttributeExpression(Expression record, bool isTitle, SourceSpan span) : Expression(ExpressionKind.RecordAttribute, FactType.Text, span, record)
{
    /// <summary>The record.</summary>
    public Expression Record => Operands[0];

    /// <summary>Whether it is the title; otherwise the id.</summary>
    public bool IsTitle { get; } = isTitle;
}

/// <summary>A derived fact: of the case, of the option (or the baseline), or of a record.</summary>
public sealed class DerivedExpression : Expression
{
    /// <summary>A derived fact of the case or an option.</summary>
    public DerivedExpression(DerivedFact fact, bool ofBaseline, SourceSpan span)
        : base(ExpressionKind.Derived, fact.Type, span)
    {
        Fact = fact;
        OfBaseline = ofBaseline;
    }

    /// <summary>A derived fact of a record.</summary>
    public DerivedExpression(DerivedFact fact, Expression record, SourceSpan span)
        : base(ExpressionKind.Derived, fact.Type, span, record)
    {
        Fact = fact;
    }

    /// <summary>The derived fact.</summary>
    public DerivedFact Fact { get; }

    /// <summary>Whether it is read from the baseline option.</summary>
    public bool OfBaseline { get; }

    /// <summary>The record, for a derived fact of a record; otherwise null.</summary>
    public Expression? Record => Operands.IsEmpty ? null : Operands[0];
}

/// <summary>A parameter.</summary>
public sealed class ParameterExpression(Parameter parameter, SourceSpan span) : Expression(ExpressionKind.Parameter, parameter.Type, span)
{
    /// <summary>The parameter.</summary>
    public Parameter Parameter { get; } = parameter;
}

/// <summary>All records of a list, in file order; not known where the case leaves the list out.</summary>
public sealed class RecordListExpression(RecordListDefinition list, SourceSpan span)
    : Expression(ExpressionKind.RecordList, new ListType(new ReferenceType(list.Id)), span)
{
    /// <summary>The list.</summary>
    public RecordListDefinition List { get; } = list;
}

/// <summary>A variable bound by <c>some</c>, <c>every</c>, <c>for</c> or a filter.</summary>
public sealed class LocalExpression(int slot, string name, FactType type, SourceSpan span) : Expression(ExpressionKind.Local, type, span)
{
    /// <summary>The place of the variable among those of its rule, from 0; inner variables have greater slots.</summary>
    public int Slot { get; } = slot;

    /// <summary>The name as written.</summary>
    public string Name { get; } = name;
}

/// <summary>The record in whose scope the expression stands.</summary>
public sealed class ThisRecordExpression(RecordListDefinition list, SourceSpan span)
    : Expression(ExpressionKind.ThisRecord, new ReferenceType(list.Id), span)
{
    /// <summary>The list of the record.</summary>
    public RecordListDefinition List { get; } = list;
}

/// <summary>What the appraisal itself knows: its day, its stage, whether an option is the baseline.</summary>
public sealed class ContextExpression(ContextName name, FactType type, SourceSpan span) : Expression(ExpressionKind.Context, type, span)
{
    /// <summary>Which of them.</summary>
    public ContextName Name { get; } = name;
}

/// <summary>What an appraisal itself knows, as a bare name.</summary>
public enum ContextName
{
    /// <summary>The day on which law is read.</summary>
    AsOf,

    /// <summary>The id of the stage as text; null without stages.</summary>
    Stage,

    /// <summary>Whether the option is the baseline.</summary>
    IsBaseline,

    /// <summary>The title of the option, in the text of a finding.</summary>
    OptionTitle,

    /// <summary>The id of the option, in the text of a finding.</summary>
    OptionId,

    /// <summary>The area of the option, or the one for which criteria are chosen: a record.</summary>
    Area,
}

/// <summary>What the appraisal concluded, as a finding reads it: a score, a gate or dissent.</summary>
public sealed class ConclusionExpression(ConclusionKind conclusion, string id, FactType type, SourceSpan span) : Expression(ExpressionKind.Conclusion, type, span)
{
    /// <summary>Which of them.</summary>
    public ConclusionKind Conclusion { get; } = conclusion;

    /// <summary>The criterion or gate.</summary>
    public string Id { get; } = id;
}

/// <summary>The conclusions that findings read.</summary>
public enum ConclusionKind
{
    /// <summary>The raw score of a leaf, the value of a branch.</summary>
    Score,

    /// <summary>A gate: pass and not applicable are true, unknown is not known.</summary>
    Gate,

    /// <summary>Whether the bodies' means are further apart than the limit.</summary>
    Dissent,
}
