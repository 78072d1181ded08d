using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Results;

/// <summary>The outcome of a gate for an option.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Outcome">The outcome.</param>
/// <param name="Missing">The facts not given that keep it from being known.</param>
/// <param name="Undefined">The expressions out of their domain that keep it from being known.</param>
/// <param name="Parts">The parts, in order; one for a single condition.</param>
public sealed record GateResult(Gate Gate, GateOutcome Outcome, ImmutableArray<string> Missing, ImmutableArray<UndefinedPlace> Undefined, ImmutableArray<GatePartResult> Parts)
{
    /// <summary>The stage in which it was judged; null without stages.</summary>
    public string? StageId { get; init; }
}

/// <summary>The outcome of a part of a gate.</summary>
/// <param name="Part">The part.</param>
/// <param name="Outcome">Pass, fail or unknown; not applicable where the gate is.</param>
/// <param name="Missing">The facts not given that keep it from being known.</param>
/// <param name="Operands">What it read.</param>
public sealed record GatePartResult(GatePart Part, GateOutcome Outcome, ImmutableArray<string> Missing, OperandValues Operands);

/// <summary>The outcomes of a gate.</summary>
public enum GateOutcome
{
    /// <summary>What it requires holds.</summary>
    Pass,

    /// <summary>It applies, and what it requires does not hold.</summary>
    Fail,

    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It does not apply.</summary>
    NotApplicable,
}
