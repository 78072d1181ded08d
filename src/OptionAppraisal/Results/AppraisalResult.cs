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
    public required ImmutableArray<DominancePair> Dominance { get; init; }

    /// <summary>Where the bodies' judgements are further apart than the limit.</summary>
    public required ImmutableArray<DissentResult> Dissent { get; init; }
}

/// <summary>The stage of a result and how it ended.</summary>
/// <param name="Id">The stage; null without stages.</param>
/// <param name="Ended">How it ended.</param>
/// <param name="By">The bodies that are waited for, or that stopped it.</param>
/// <param name="Incomplete">The paths of facts that the stage needs and that are not known.</param>
public sealed record StageResult(string? Id, StageEnding Ended, ImmutableArray<string> By, ImmutableArray<string> Incomplete)
{
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
}

/// <summary>The option recommended, or none with the reason.</summary>
/// <param name="Area">The area; null without areas.</param>
/// <param name="Option">The one option ranked first, or null for none.</param>
/// <param name="Reason">Why, in a sentence.</param>
/// <param name="Settled">Whether its lowest total exceeds the highest of every eligible or unresolved rival; false for none.</param>
public sealed record Recommendation(string? Area, AppraisalOption? Option, string Reason, bool Settled);

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
