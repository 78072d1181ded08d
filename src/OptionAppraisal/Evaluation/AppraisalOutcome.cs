using OptionAppraisal.Diagnostics;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

/// <summary>What an appraisal came to: a result, or the problems that prevented one.</summary>
/// <param name="Result">The result; null where there are errors.</param>
/// <param name="Diagnostics">The problems, sorted by place; empty where there are none.</param>
public sealed record AppraisalOutcome(AppraisalResult? Result, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a result.</summary>
    public bool Succeeded => Result is not null;
}
