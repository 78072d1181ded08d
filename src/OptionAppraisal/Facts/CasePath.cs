using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A place in a case, or in the figures of its rules, that a test or a scenario gives another value.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Span">Where it is written.</param>
internal abstract record CasePath(string Text, SourceSpan Span);

/// <summary>`case.FACT`, `options.ID.FACT` or `records.LIST.ID.FACT`, with the member where the fact has one value for each of several.</summary>
/// <param name="Text">The path as written.</param>
/// <param name="Fact">The fact.</param>
/// <param name="Option">The option, for its facts.</param>
/// <param name="Record">The record, for its facts; both are null for facts of the case.</param>
/// <param name="Span">Where it is written.</param>
internal sealed record FactPath(string Text, FactDefinition Fact, AppraisalOption? Option, CaseRecord? Record, SourceSpan Span) : CasePath(Text, Span)
{
    /// <summary>The place of the member in the list of values, from 0; null for a fact with one value, and for all the values together.</summary>
    public int? Member { get; init; }
}

/// <summary>`parameters.ID`.</summary>
internal sealed record ParameterPath(string Text, string ParameterId, SourceSpan Span) : CasePath(Text, Span);

/// <summary>`weights.CRITERION`.</summary>
internal sealed record WeightPath(string Text, string CriterionId, SourceSpan Span) : CasePath(Text, Span);

/// <summary>`judgements.CRITERION.OPTION`, of every assessor, or with `.ASSESSOR` of one.</summary>
internal sealed record JudgementPath(string Text, string CriterionId, AppraisalOption Option, Assessor? Assessor, SourceSpan Span) : CasePath(Text, Span);

/// <summary>`decisions.STAGE.BODY`.</summary>
internal sealed record DecisionPath(string Text, string StageId, CaseRecord Body, SourceSpan Span) : CasePath(Text, Span);
