using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Facts;

/// <summary>A finding that is raised for the case, an option or a record, or may be.</summary>
/// <remarks>A finding that is not raised has none. Its text and severity are in the result of the appraisal.</remarks>
public sealed class FindingFact
{
    internal FindingFact(Finding finding, AppraisalOption? option, CaseRecord? record, FindingOutcome outcome)
    {
        Finding = finding;
        Option = option;
        Record = record;
        Outcome = outcome;
    }

    /// <summary>The finding.</summary>
    public Finding Finding { get; }

    /// <summary>The id of the finding.</summary>
    public string Id => Finding.Id;

    /// <summary>The option; null for a finding about the case or a record.</summary>
    public AppraisalOption? Option { get; }

    /// <summary>The record; null for a finding about the case or an option.</summary>
    public CaseRecord? Record { get; }

    /// <summary>Raised, or unknown where a fact that it needs is not known.</summary>
    public FindingOutcome Outcome { get; }
}
