using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>A step of an appraisal: what is scored in it, what it keeps, what it needs, and who decides to go on.</summary>
/// <remarks>Immutable. Stages follow each other in the order of the file.</remarks>
public sealed record Stage
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The place among the stages, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The title; the id where none is given.</summary>
    public required string Title { get; init; }

    /// <summary>The criteria that it scores, none above another; empty for all.</summary>
    public ImmutableArray<string> Criteria { get; init; } = [];

    /// <summary>Which options go on, or null for all.</summary>
    public StageKeep? Keeps { get; init; }

    /// <summary>The facts and derived facts of the case that must be known.</summary>
    public ImmutableArray<NeededFact> NeedsOfCase { get; init; } = [];

    /// <summary>The facts and derived facts that must be known of every option carried.</summary>
    public ImmutableArray<NeededFact> NeedsOfOption { get; init; } = [];

    /// <summary>The bodies that must decide before the next stage: a list of records in the scope of the case; null for nobody.</summary>
    public Expression? ReviewBy { get; init; }

    /// <summary>The most words of the report's summary before its annexes, or null.</summary>
    public int? MaxWords { get; init; }

    /// <summary>The findings that the summary of its report tells, by id in the order in which it tells them, whatever their severity; none by default.</summary>
    /// <remarks>Those of options are told of the options recommended and of the leading one that is unresolved.</remarks>
    public ImmutableArray<string> Shows { get; init; } = [];

    /// <summary>Where it is defined.</summary>
    public SourceSpan Span { get; init; }
}

/// <summary>Which options go on to the next stage: one of the two.</summary>
/// <param name="Top">The number of places, ties kept; null where a total decides.</param>
/// <param name="AtLeast">The least total; null where places decide.</param>
public sealed record StageKeep(int? Top, decimal? AtLeast);

/// <summary>A fact or derived fact that a stage needs: exactly one of the two.</summary>
/// <param name="Fact">The fact, or null.</param>
/// <param name="Derived">The derived fact, or null.</param>
public sealed record NeededFact(FactDefinition? Fact, DerivedFact? Derived)
{
    /// <summary>The name.</summary>
    public string Id => Fact?.Id ?? Derived!.Id;
}
