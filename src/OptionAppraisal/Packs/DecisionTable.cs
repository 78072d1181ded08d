using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Packs;

/// <summary>A decision table. Source: OMG DMN, hit policies.</summary>
/// <param name="HitPolicy">Which of the rows that hold decide.</param>
/// <param name="Rows">The rows with a condition, in order.</param>
/// <param name="Otherwise">The last row that stands for none of them, or null.</param>
/// <param name="Span">Where it is defined.</param>
public sealed record DecisionTable(HitPolicy HitPolicy, ImmutableArray<TableRow> Rows, TableRow? Otherwise, SourceSpan Span);

/// <summary>A row of a decision table.</summary>
/// <param name="Number">The number of the row, from 1; the otherwise row counts too.</param>
/// <param name="When">The condition; null for the otherwise row.</param>
/// <param name="Score">The score; null for a count.</param>
/// <param name="Priority">The priority; larger wins. 0 where the hit policy has none.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="Sources">The sources.</param>
/// <param name="Span">Where it is written.</param>
public sealed record TableRow(int Number, Expression? When, decimal? Score, decimal Priority, string? Because, ImmutableArray<SourceReference> Sources, SourceSpan Span)
{
    /// <summary>When it is in force, or null for always.</summary>
    public InForce? InForce { get; init; }
}

/// <summary>Which of the rows that hold decide. Source: OMG DMN.</summary>
public enum HitPolicy
{
    /// <summary>At most one row may hold.</summary>
    Unique,

    /// <summary>The first row that holds.</summary>
    First,

    /// <summary>Any of the rows that hold; they must agree.</summary>
    Any,

    /// <summary>The row of the largest priority; among equals the first.</summary>
    Priority,

    /// <summary>The sum of the rows that hold.</summary>
    CollectSum,

    /// <summary>The least of the rows that hold.</summary>
    CollectMin,

    /// <summary>The greatest of the rows that hold.</summary>
    CollectMax,

    /// <summary>The number of rows that hold.</summary>
    CollectCount,
}
