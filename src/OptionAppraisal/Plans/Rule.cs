using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

/// <summary>One thing that an engine concludes: a derived value, a part of a gate, a row, an operand of a leaf, a finding.</summary>
/// <remarks>Immutable; equal by identity.</remarks>
public sealed class Rule
{
    /// <summary>A rule.</summary>
    public Rule(RuleKind kind, int index, string path, RuleScope scope, Expression expression, int slots, ImmutableArray<Operand> operands)
    {
        Kind = kind;
        Index = index;
        Path = path;
        Scope = scope;
        Expression = expression;
        Slots = slots;
        Operands = operands;
        Reads = [.. operands.Select(o => o.Read)];
    }

    /// <summary>What it concludes.</summary>
    public RuleKind Kind { get; }

    /// <summary>Its place among <see cref="EvaluationPlan.Rules"/>, from 0.</summary>
    public int Index { get; }

    /// <summary>Its place in the pack, such as <c>criteria.economy.row 2</c>; unique in the plan.</summary>
    public string Path { get; }

    /// <summary>Whose rule it is.</summary>
    public RuleScope Scope { get; }

    /// <summary>The expression that decides it.</summary>
    public Expression Expression { get; }

    /// <summary>How many variables its expression binds at most at once.</summary>
    public int Slots { get; }

    /// <summary>The facts and other names that the expression reads, each once, in text order.</summary>
    public ImmutableArray<Operand> Operands { get; }

    // The same for values read to refer to.
    internal ImmutableArray<ReadName> Reads { get; }

    /// <summary>Where it is written.</summary>
    public SourceSpan Span => Expression.Span;

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}

/// <summary>The kinds of rule.</summary>
public enum RuleKind
{
    /// <summary>The value of a derived fact.</summary>
    DerivedValue,

    /// <summary>Whether a gate applies.</summary>
    GateApplies,

    /// <summary>Whether a part of a gate holds.</summary>
    GatePart,

    /// <summary>Whether a criterion applies.</summary>
    CriterionApplies,

    /// <summary>Whether a row of a decision table holds.</summary>
    Row,

    /// <summary>The value that bands, levels, a curve, a line or a formula look up.</summary>
    LeafOperand,

    /// <summary>Whether a finding is raised.</summary>
    FindingRaised,

    /// <summary>Whether a severity of a finding holds.</summary>
    FindingSeverity,

    /// <summary>The value of a slot in the text of a finding.</summary>
    FindingSlot,

    /// <summary>The bodies that decide at the end of a stage.</summary>
    StageReviewers,
}

/// <summary>A name that a rule reads, for the trace.</summary>
/// <param name="Name">The name as written, such as <c>saving_share</c> or <c>baseline.annual_cost</c>.</param>
/// <param name="Expression">The expression that reads it.</param>
public sealed record Operand(string Name, Expression Expression)
{
    /// <summary>How many variables the expression binds at most at once; 0 for a name.</summary>
    public int Slots { get; init; }

    // Its place among the facts that are read for an option, from 0: the same for all operands that read the same; -1 for what else is read.
    internal int Place
    {
        get => Read.Place;
        init => Read = Read with { Place = value };
    }

    // The same for values read to refer to.
    internal ReadName Read { get; private init; } = new(Name, Expression);
}
