using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Facts;

/// <summary>The result of the appraisal as a whole.</summary>
/// <remarks>There is none while the appraisal has problems.</remarks>
public sealed class AppraisalFact
{
    internal AppraisalFact(AppraisalResult result) => Result = result;

    /// <summary>The result.</summary>
    public AppraisalResult Result { get; }
}
