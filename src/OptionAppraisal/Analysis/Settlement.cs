using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis;

/// <summary>What would settle a recommendation: the rivals whose bounds reach into it, and the facts not given that keep it open.</summary>
/// <remarks>
/// Immutable. A rival is an eligible or unresolved option whose highest total reaches the lowest of the option recommended. Without a
/// recommendation the contenders are all options that might still be ranked first.
/// </remarks>
/// <param name="Settled">Whether nothing that is not known can change the answer.</param>
/// <param name="Rivals">The options that keep it open, in the order of the case.</param>
/// <param name="Missing">The paths that would narrow it, each once: those of the option recommended first.</param>
public sealed record Settlement(bool Settled, ImmutableArray<OptionResult> Rivals, ImmutableArray<string> Missing)
{
    /// <summary>The settlement of a recommendation.</summary>
    public static Settlement Of(AppraisalResult result, Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(recommendation);
        var first = result.Options.FirstOrDefault(o => o.Option.Id == recommendation.Option?.Id);
        var open = result.Options
            .Where(o => o.Status is OptionStatus.Eligible or OptionStatus.Unresolved && !ReferenceEquals(o, first) && (recommendation.Area is null || o.Option.Area?.Id == recommendation.Area))
            .ToList();

        // Nothing below the best certain total can come first.
        var bar = first?.Lowest ?? open.Where(o => o.Status == OptionStatus.Eligible).Max(o => o.Lowest);
        ImmutableArray<OptionResult> rivals = [.. open.Where(o => bar is null || o.Highest is null || o.Highest >= bar)];
        if (recommendation.Settled)
        {
            return new(true, [], []);
        }

        var missing = rivals.SelectMany(Gaps);
        return new(false, rivals, [.. (first is null ? missing : Gaps(first).Concat(missing)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>The facts not given that keep a gate of an option from being known; empty where the gates are known.</summary>
    public static ImmutableArray<string> ToOpen(OptionResult option)
    {
        ArgumentNullException.ThrowIfNull(option);
        return [.. option.Gates.Where(g => g.Outcome == GateOutcome.Unknown).SelectMany(g => g.Missing).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Gaps(OptionResult option) =>
        ToOpen(option).Concat(option.Criteria
            .SelectMany(CriterionTree.Leaves)
            .Where(l => l.Weight > 0 && l.Lowest != l.Highest)
            .SelectMany(l => l.Missing));
}
