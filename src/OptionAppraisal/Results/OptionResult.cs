using OptionAppraisal.Facts;

namespace OptionAppraisal.Results;

/// <summary>The result of one option.</summary>
/// <remarks>Figures are null for excluded options, which are not scored; <see cref="Criteria"/> is then empty.</remarks>
public sealed record OptionResult
{
    /// <summary>The option.</summary>
    public required AppraisalOption Option { get; init; }

    /// <summary>The status.</summary>
    public required OptionStatus Status { get; init; }

    /// <summary>The rank among eligible options, from 1, ties sharing the best (1, 2, 2, 4); null unless eligible.</summary>
    public int? Rank { get; init; }

    /// <summary>The total of 0..100; null where its bounds differ.</summary>
    public decimal? Total { get; init; }

    /// <summary>The least total that what is not known allows.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>The greatest total that what is not known allows.</summary>
    public decimal? Highest { get; init; }

    /// <summary>The figure that it is ranked on; null for unresolved options.</summary>
    public decimal? RankedOn { get; init; }

    /// <summary>The sum of raw weights times raw scores, as a spreadsheet shows it; null where not known.</summary>
    public decimal? WeightedScore { get; init; }

    /// <summary>The share of weight that rests on testimony, 0 to 1.</summary>
    public decimal? TestimonyShare { get; init; }

    /// <summary>The stage in which it was excluded or not kept; null for other options, and without stages.</summary>
    public string? LeftIn { get; init; }

    /// <summary>Whether the stage keeps it for the next; null where the stage keeps all, and for options that left before.</summary>
    /// <remarks>An unresolved option that is kept is kept on what it may come to: reports flag it.</remarks>
    public bool? IsKept { get; init; }

    /// <summary>Every gate that counts in the stage, in order, with those of earlier stages.</summary>
    public required ImmutableArray<GateResult> Gates
    {
        get => LaterGates is { } later ? later.Gates : field;
        init
        {
            field = value;
            LaterGates = null;
        }
    }

    // The gates where they are written down when first asked for; null where they are given.
    internal ILaterGates? LaterGates { private get; init; }

    /// <summary>The value tree, scored.</summary>
    public required ImmutableArray<CriterionResult> Criteria
    {
        get => LaterCriteria is { } later ? later.Criteria : field;
        init
        {
            field = value;
            LaterCriteria = null;
        }
    }

    // The value tree where it is made when first asked for; null where it is given.
    internal ILaterCriteria? LaterCriteria { private get; init; }

    /// <summary>The findings of the option.</summary>
    public required ImmutableArray<FindingResult> Findings { get; init; }
}

/// <summary>The status of an option, the strongest first.</summary>
public enum OptionStatus
{
    /// <summary>A gate failed: not scored.</summary>
    Excluded,

    /// <summary>An earlier stage did not keep it.</summary>
    NotKept,

    /// <summary>A gate is not known: scored, not ranked.</summary>
    Unresolved,

    /// <summary>A gate that only shows failed: scored, never recommended.</summary>
    ShownOnly,

    /// <summary>Ranked.</summary>
    Eligible,
}
