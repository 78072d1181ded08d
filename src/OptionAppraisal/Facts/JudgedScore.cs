using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Facts;

/// <summary>A score that an assessor gave an option on a criterion.</summary>
/// <param name="CriterionId">The criterion.</param>
/// <param name="OptionId">The option.</param>
/// <param name="AssessorId">The assessor.</param>
/// <param name="Score">The score on the criterion's scale; null where it is not known.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="Span">Where it is written.</param>
public sealed record JudgedScore(string CriterionId, string OptionId, string AssessorId, decimal? Score, string? Because, SourceSpan Span);
