using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>A condition that no score can buy out.</summary>
/// <remarks>
/// Not applicable where <see cref="AppliesWhen"/> is false; else pass when all parts hold, fail when it applies and a part does not hold,
/// unknown otherwise. A case gate speaks for every option.
/// </remarks>
/// <param name="Id">The id.</param>
/// <param name="Title">The title; the id where none is given.</param>
/// <param name="Scope">The case or each option.</param>
/// <param name="AppliesWhen">When it applies, or null for always.</param>
/// <param name="Parts">The parts that must all hold; one without id for a single condition.</param>
/// <param name="OnFail">What a failure does.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record Gate(
    string Id,
    string Title,
    RuleScope Scope,
    Expression? AppliesWhen,
    ImmutableArray<GatePart> Parts,
    GateFailure OnFail,
    string? Because,
    ImmutableArray<SourceReference> Sources,
    SourceSpan Span)
{
    /// <summary>The stages in which it counts; empty for every stage.</summary>
    public ImmutableArray<string> Stages { get; init; } = [];

    /// <summary>When it is in force, or null for always.</summary>
    public InForce? InForce { get; init; }
}

/// <summary>A part of what a gate requires.</summary>
/// <param name="Id">The id; null for the only condition of a gate without named parts.</param>
/// <param name="Is">The condition.</param>
/// <param name="Because">What it asks for, in words, or null.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record GatePart(string? Id, Expression Is, string? Because, ImmutableArray<SourceReference> Sources, SourceSpan Span);

/// <summary>What the failure of a gate does to an option.</summary>
public enum GateFailure
{
    /// <summary>It is excluded and not scored.</summary>
    Exclude,

    /// <summary>It is scored and shown, never recommended.</summary>
    ShowOnly,
}
