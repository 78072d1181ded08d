using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

/// <summary>A rule pack laid out for judging: the one form that engines read.</summary>
/// <remarks>Immutable and thread-safe; made once a pack and used for any number of cases.</remarks>
public sealed class EvaluationPlan
{
    /// <summary>The rule pack.</summary>
    public required RulePack Pack { get; init; }

    /// <summary>Every rule; the place of each is its index.</summary>
    public required ImmutableArray<Rule> Rules { get; init; }

    /// <summary>The derived facts, each after those it uses, with the rules that give them.</summary>
    public required ImmutableArray<PlannedDerivedFact> Derived { get; init; }

    /// <summary>The gates, in order.</summary>
    public required ImmutableArray<PlannedGate> Gates { get; init; }

    /// <summary>The top of the value tree.</summary>
    public required ImmutableArray<PlannedCriterion> Criteria { get; init; }

    /// <summary>The findings, in order.</summary>
    public required ImmutableArray<PlannedFinding> Findings { get; init; }

    /// <summary>The stages, in order.</summary>
    public ImmutableArray<PlannedStage> Stages { get; init; } = [];

    // The number of places of operands.
    internal int OperandPlaces { get; init; }
}

/// <summary>A derived fact and the rule that gives it.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Rule">The rule.</param>
public sealed record PlannedDerivedFact(DerivedFact Fact, Rule Rule);

/// <summary>A gate and the rules that decide it.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Index">Its place among the gates, from 0.</param>
/// <param name="Applies">Whether it applies, or null for always.</param>
/// <param name="Parts">One rule for each part, in order.</param>
public sealed record PlannedGate(Gate Gate, int Index, Rule? Applies, ImmutableArray<Rule> Parts);

/// <summary>A node of the value tree and the rules that score it.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Applies">Whether it applies, or null for always.</param>
/// <param name="Children">The criteria below a branch.</param>
/// <param name="Rows">For a table one rule for each row with a condition, in order; otherwise empty.</param>
/// <param name="Operand">For bands, levels, curve, linear and formula the rule for the value; otherwise null.</param>
/// <param name="Reads">The names that the rows, or the value, read: each once, in text order.</param>
public sealed record PlannedCriterion(
    Criterion Criterion,
    Rule? Applies,
    ImmutableArray<PlannedCriterion> Children,
    ImmutableArray<Rule> Rows,
    Rule? Operand,
    ImmutableArray<Operand> Reads)
{
    // Whether all that is read is given or has its place, so that it can be traced when somebody looks.
    internal bool IsTracedLater { get; } = Reads.All(r => r.Place >= 0 || r.Read.IsGiven);

    // The same for values read to refer to.
    internal ImmutableArray<ReadName> ReadNames { get; } = [.. Reads.Select(r => r.Read)];

    // What is read and has to be worked out.
    internal ImmutableArray<Operand> ReadsMade { get; } = [.. Reads.Where(r => !r.Read.IsGiven)];
}

/// <summary>A stage and the rule that names who decides.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Reviewers">The list of the bodies that decide, or null for nobody.</param>
public sealed record PlannedStage(Stage Stage, Rule? Reviewers);

/// <summary>A finding and the rules that decide and fill it.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="When">Whether it is raised.</param>
/// <param name="Severities">One rule for each severity with a condition; null for otherwise.</param>
/// <param name="Slots">One rule for each part of the text that is a slot; null for words.</param>
public sealed record PlannedFinding(Finding Finding, Rule When, ImmutableArray<Rule?> Severities, ImmutableArray<Rule?> Slots);
