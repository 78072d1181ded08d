using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Facts;

/// <summary>The outcome of a gate, concluded for the case or for an option.</summary>
public sealed class GateFact
{
    internal GateFact(Gate gate, AppraisalOption? option, GateOutcome outcome)
    {
        Gate = gate;
        Option = option;
        Outcome = outcome;
    }

    /// <summary>The gate.</summary>
    public Gate Gate { get; }

    /// <summary>The id of the gate.</summary>
    public string Id => Gate.Id;

    /// <summary>The option; null for a gate of the case.</summary>
    public AppraisalOption? Option { get; }

    /// <summary>The id of the option; null for a gate of the case.</summary>
    public string? OptionId => Option?.Id;

    /// <summary>The outcome; unknown where a fact that it needs is not known.</summary>
    public GateOutcome Outcome { get; }
}
