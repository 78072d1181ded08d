using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Packs.Expressions;

/// <summary>A decision table that gives a value. Source: OMG DMN.</summary>
/// <remarks>
/// The hit policies are those of one row: unique, first, any, priority. Where rows are not known the value is that of the rows that may
/// decide, if all of them agree, else not known. No row that holds, without an otherwise, is an error.
/// </remarks>
public sealed class DerivedTableExpression(FactType type, HitPolicy hitPolicy, ImmutableArray<DerivedTableRow> rows, SourceSpan span)
    : Expression(ExpressionKind.DerivedTable, type, span, [.. rows.SelectMany(r => r.When is null ? new[] { r.Value } : [r.When, r.Value])])
{
    /// <summary>Which of the rows that hold decide.</summary>
    public HitPolicy HitPolicy { get; } = hitPolicy;

    /// <summary>The rows in order, the otherwise row last.</summary>
    public ImmutableArray<DerivedTableRow> Rows { get; } = rows;

    // Whether any row is in force on some days only.
    internal bool IsDated { get; } = rows.Any(r => r.InForce is not null);
}

/// <summary>A row of a table that gives a value.</summary>
/// <param name="Number">The number of the row, from 1.</param>
/// <param name="When">The condition; null for the otherwise row.</param>
/// <param name="Value">The value.</param>
/// <param name="Priority">The priority; larger wins. 0 where the hit policy has none.</param>
/// <param name="Because">The reason, or null.</param>
/// <param name="Sources">The sources.</param>
/// <param name="InForce">When it is in force, or null for always.</param>
/// <param name="Span">Where it is written.</param>
public sealed record DerivedTableRow(
    int Number, Expression? When, Expression Value, decimal Priority, string? Because, ImmutableArray<SourceReference> Sources, InForce? InForce, SourceSpan Span);
