using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Results;

/// <summary>An appraisal as data: statuses, ranks, scores with their reasons, gates, findings, recommendation.</summary>
/// <remarks>
/// Immutable. Values, shares and totals are rounded to 15 decimals, half even; ranks were made from the figures before. Same case and pack,
/// same result, on any machine, in any culture.
/// </remarks>
public sealed record AppraisalResult
{
    private readonly decimal? _dissentLimit;

    /// <summary>The case.</summary>
    public required AppraisalCase Case { get; init; }

    /// <summary>The rules.</summary>
    public required RulePack Pack { get; init; }

    /// <summary>The stage that the result is of.</summary>
    public required StageResult Stage { get; init; }

    /// <summary>The recommendation, one an area; one of all where there are no areas.</summary>
    public required ImmutableArray<Recommendation> Recommendations { get; init; }

    /// <summary>Every option, in the order of the case.</summary>
    public required ImmutableArray<OptionResult> Options { get; init; }

    /// <summary>The findings of the case and of records.</summary>
    public required ImmutableArray<FindingResult> Findings { get; init; }

    /// <summary>Pairs of options of which one is at least as good everywhere and better somewhere, whatever is not known.</summary>
    public required ImmutableArray<DominancePair> Dominance
    {
        get => LaterDominance is { } later ? later.Dominance : field;
        init
        {
            field = value;
            LaterDominance = null;
        }
    }

    // The pairs where they are found when first asked for; null where they are given.
    internal ILaterDominance? LaterDominance { private get; init; }

    /// <summary>Where the bodies' judgements are further apart than the limit.</summary>
    public required ImmutableArray<DissentResult> Dissent { get; init; }

    /// <summary>The ranking by the weights of each weight set alone, in the order of the case; empty without weight sets.</summary>
    public ImmutableArray<WeightSetResult> WeightSets { get; init; } = [];

    /// <summary>The ranking by the judgements of each body alone, in the order of the assessors; empty where there is no dissent.</summary>
    public ImmutableArray<BodyView> BodyViews { get; init; } = [];

    /// <summary>The results of the stages before this one, in order; empty without stages.</summary>
    public ImmutableArray<AppraisalResult> EarlierStages { get; init; } = [];

    /// <summary>The bodies' disagreement, in points of 0..100, beyond which it counts as dissent: what counted on the day of the case.</summary>
    public decimal DissentLimit
    {
        get => _dissentLimit ?? Pack.DissentLimit;
        init => _dissentLimit = value;
    }

    /// <summary>What is not in force on the day of the case, in the order of the pack.</summary>
    public ImmutableArray<NotInForce> NotInForce => Pack.NotInForce;
}

/// <summary>The stage of a result and how it ended.</summary>
/// <param name="Id">The stage; null without stages.</param>
/// <param name="Ended">How it ended.</param>
/// <param name="By">The bodies that are waited for, or that stopped it.</param>
/// <param name="Incomplete">The paths of facts that the stage needs and that are not known.</param>
public sealed record StageResult(string? Id, StageEnding Ended, ImmutableArray<string> By, ImmutableArray<string> Incomplete)
{
    /// <summary>The stage as the pack defines it; null without stages.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The bodies that decide at the end of the stage; empty where nobody does, or where it is not known who.</summary>
    public ImmutableArray<CaseRecord> Reviewers { get; init; } = [];

    /// <summary>Their decisions made by the day of the case, in the order of the reviewers.</summary>
    public ImmutableArray<BodyDecision> Decisions { get; init; } = [];

    /// <summary>The ending of an appraisal without stages.</summary>
    public static StageResult Only { get; } = new(null, StageEnding.Last, [], []);
}

/// <summary>How a stage ended.</summary>
public enum StageEnding
{
    /// <summary>It is the last.</summary>
    Last,

    /// <summary>It waits for decisions.</summary>
    Waiting,

    /// <summary>A body stopped it.</summary>
    Stopped,

    /// <summary>The appraisal went on to the next stage: only of a stage that is not the last one reached.</summary>
    Passed,
}

/// <summary>A pair of options of which the first dominates the second.</summary>
/// <param name="Option">The better option.</param>
/// <param name="Dominates">The worse option.</param>
public sealed record DominancePair(AppraisalOption Option, AppraisalOption Dominates);

/// <summary>A judgement on which bodies are further apart than the limit.</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Option">The option.</param>
/// <param name="Bodies">The mean of each body, as a value of 0..100, in the order of the assessors.</param>
public sealed record DissentResult(Criterion Criterion, AppraisalOption Option, ImmutableArray<BodyMean> Bodies);

/// <summary>The mean of a body's judgements.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="Value">The mean, as a value of 0..100.</param>
public sealed record BodyMean(string BodyId, decimal Value);

/// <summary>The ranking by the weights of one weight set.</summary>
/// <param name="WeightSet">The weight set.</param>
/// <param name="Options">Every option that is scored, in the order of the case.</param>
public sealed record WeightSetResult(WeightSet WeightSet, ImmutableArray<RankedOption> Options);

/// <summary>The ranking by the judgements of one body alone, by the weights of the appraisal.</summary>
/// <param name="BodyId">The body.</param>
/// <param name="Options">Every option that is scored, in the order of the case.</param>
public sealed record BodyView(string BodyId, ImmutableArray<RankedOption> Options);

/// <summary>The place of an option in a ranking of its area.</summary>
/// <param name="Option">The option.</param>
/// <param name="Rank">The rank, from 1; null unless eligible.</param>
/// <param name="Total">The total of 0..100; null where its bounds differ.</param>
/// <param name="Lowest">The least total that what is not known allows.</param>
/// <param name="Highest">The greatest total that what is not known allows.</param>
public sealed record RankedOption(AppraisalOption Option, int? Rank, decimal? Total, decimal Lowest, decimal Highest);
