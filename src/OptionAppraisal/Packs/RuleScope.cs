using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs;

/// <summary>Whose rule it is: the case's, each option's, or each record's of a list.</summary>
/// <param name="Kind">The kind of owner.</param>
/// <param name="List">The list, for records; otherwise null.</param>
public sealed record RuleScope(RuleScopeKind Kind, RecordListDefinition? List)
{
    /// <summary>The case.</summary>
    public static RuleScope Case { get; } = new(RuleScopeKind.Case, null);

    /// <summary>Each option.</summary>
    public static RuleScope Option { get; } = new(RuleScopeKind.Option, null);

    /// <summary>Each record of a list.</summary>
    public static RuleScope RecordOf(RecordListDefinition list) => new(RuleScopeKind.Record, list);

    /// <summary>The scope as written: <c>case</c>, <c>option</c> or the list.</summary>
    public override string ToString() => Kind switch
    {
        RuleScopeKind.Case => "case",
        RuleScopeKind.Option => "option",
        _ => List!.Id,
    };
}

/// <summary>The kinds of owner of a rule.</summary>
public enum RuleScopeKind
{
    /// <summary>The case.</summary>
    Case,

    /// <summary>Each option.</summary>
    Option,

    /// <summary>Each record of a list.</summary>
    Record,
}
