using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Results;

/// <summary>A finding that is raised, or that nobody can rule out.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Outcome">Raised or unknown.</param>
/// <param name="Severity">The severity.</param>
/// <param name="Record">The record it is about, or null.</param>
/// <param name="Text">What it says, slots filled.</param>
/// <param name="Slots">The values of the slots, in order.</param>
/// <param name="Missing">The facts not given that keep it from being known.</param>
public sealed record FindingResult(
    Finding Finding,
    FindingOutcome Outcome,
    FindingSeverity Severity,
    CaseRecord? Record,
    string Text,
    OperandValues Slots,
    ImmutableArray<string> Missing);

/// <summary>Whether a finding is raised.</summary>
public enum FindingOutcome
{
    /// <summary>Its condition holds.</summary>
    Raised,

    /// <summary>Its condition is not known: silence must not reassure.</summary>
    Unknown,
}
