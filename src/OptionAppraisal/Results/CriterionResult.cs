using System.Diagnostics.CodeAnalysis;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Results;

/// <summary>The score of a criterion for an option, with what decided it.</summary>
/// <remarks>A leaf's score and bounds are on its scale, a branch's on 0..100; a score that is not known is null between its bounds.</remarks>
public sealed record CriterionResult
{
    private readonly CriterionFigures _figures;

    /// <summary>A result to be filled in.</summary>
    public CriterionResult() => _figures = CriterionFigures.None;

#pragma warning disable CS8618 // The figures given hold the criterion.
    [SetsRequiredMembers]
    internal CriterionResult(CriterionFigures figures, OperandValues operands, ImmutableArray<CriterionResult> children)
    {
        _figures = figures;
        Operands = operands;
        Children = children;
    }
#pragma warning restore CS8618

    /// <summary>The criterion.</summary>
    public required Criterion Criterion
    {
        get => _figures.Criterion;
        init => _figures = _figures with { Criterion = value };
    }

    /// <summary>Its share of the total, 0 to 1.</summary>
    public required decimal Weight
    {
        get => _figures.Weight;
        init => _figures = _figures with { Weight = value };
    }

    /// <summary>The score; null where not known.</summary>
    public decimal? Score
    {
        get => _figures.Score;
        init => _figures = _figures with { Score = value };
    }

    /// <summary>The score brought to 0..100; null where not known.</summary>
    public decimal? Value
    {
        get => _figures.Value;
        init => _figures = _figures with { Value = value };
    }

    /// <summary>The least score that what is not known allows.</summary>
    public required decimal Lowest
    {
        get => _figures.Lowest;
        init => _figures = _figures with { Lowest = value };
    }

    /// <summary>The greatest score that what is not known allows.</summary>
    public required decimal Highest
    {
        get => _figures.Highest;
        init => _figures = _figures with { Highest = value };
    }

    /// <summary>The share times the value: what it adds to the total; null where not known.</summary>
    public decimal? Contribution
    {
        get => _figures.Contribution;
        init => _figures = _figures with { Contribution = value };
    }

    /// <summary>The facts and judgements not given that matter.</summary>
    public ImmutableArray<string> Missing
    {
        get => _figures.Missing;
        init => _figures = _figures with { Missing = value };
    }

    /// <summary>The expressions out of their domain that matter.</summary>
    public ImmutableArray<UndefinedPlace> Undefined
    {
        get => _figures.Undefined;
        init => _figures = _figures with { Undefined = value };
    }

    /// <summary>The rows that decide the score; a band for bands, a member for levels.</summary>
    public ImmutableArray<RowHit> Hits
    {
        get => _figures.Hits;
        init => _figures = _figures with { Hits = value };
    }

    /// <summary>What a leaf without rows looked up, or every name that its rows read.</summary>
    public OperandValues Operands { get; init; }

    /// <summary>For a judged leaf the mean of each body, as values; otherwise empty.</summary>
    public ImmutableArray<BodyMean> Bodies
    {
        get => _figures.Bodies;
        init => _figures = _figures with { Bodies = value };
    }

    /// <summary>The criteria below a branch.</summary>
    public ImmutableArray<CriterionResult> Children { get => field.IsDefault ? [] : field; init; }
}

/// <summary>A row, band or level that decides a score.</summary>
/// <param name="Row">Its number, from 1.</param>
/// <param name="Score">Its score; null for a row of a count.</param>
/// <param name="Because">The reason it gives, or null.</param>
/// <param name="Sources">Its sources.</param>
/// <param name="Span">Where it is written.</param>
public sealed record RowHit(int Row, decimal? Score, string? Because, ImmutableArray<SourceReference> Sources, SourceSpan Span);
