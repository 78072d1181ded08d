using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>Something that people should be told: a risk, an opportunity, a condition, a lesson, or missing evidence.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Severities">The severities in order; the first whose condition is true or not known holds.</param>
/// <param name="Scope">The case, each option, or each record of a list.</param>
/// <param name="When">When it is raised; not known is told as unknown.</param>
/// <param name="Says">What it says.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record Finding(
    string Id,
    FindingKind Kind,
    ImmutableArray<SeverityRule> Severities,
    RuleScope Scope,
    Expression When,
    ImmutableArray<TextPart> Says,
    ImmutableArray<SourceReference> Sources,
    SourceSpan Span)
{
    /// <summary>The stages in which it is looked at; empty for every stage.</summary>
    public ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>When it is in force, or null for always.</summary>
    public InForce? InForce { get; init; }

    /// <summary>The finding below which it is shown where that speaks, or null.</summary>
    public string? PartOf { get; init; }
}

/// <summary>A severity and when it holds.</summary>
/// <param name="Level">The severity.</param>
/// <param name="When">The condition; null for otherwise.</param>
public sealed record SeverityRule(FindingSeverity Level, Expression? When);

/// <summary>A stretch of the text of a finding: plain words, or a slot filled by an expression.</summary>
/// <param name="Words">The words; empty for a slot.</param>
/// <param name="Slot">The expression of a slot; null for words.</param>
public sealed record TextPart(string Words, Expression? Slot);

/// <summary>What a finding is.</summary>
public enum FindingKind
{
    /// <summary>A risk.</summary>
    Risk,

    /// <summary>An opportunity.</summary>
    Opportunity,

    /// <summary>A condition of going on.</summary>
    Condition,

    /// <summary>A lesson from elsewhere.</summary>
    Lesson,

    /// <summary>Something about the evidence.</summary>
    Evidence,
}

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Little.</summary>
    Low,

    /// <summary>Some.</summary>
    Medium,

    /// <summary>Much.</summary>
    High,
}
