using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Analysis;

/// <summary>Why one option is ahead of another: the differences on single criteria, which sum exactly to the lead.</summary>
/// <remarks>
/// Immutable. Where something is not known the figures are those that the ranking is made on (the lowest, or the midpoint). Figures of a
/// result are rounded to 15 decimals: what that leaves over is carried by the largest difference, so that the sum is exact.
/// </remarks>
/// <param name="Ahead">The option that is ahead.</param>
/// <param name="Behind">The option that is behind.</param>
/// <param name="Lead">The difference of the totals ranked on; negative where the first is in truth behind.</param>
/// <param name="Parts">The criteria on which they differ, the largest difference first, whatever its sign; ties in the order of the tree.</param>
/// <param name="Same">The number of weighted criteria on which they do not differ.</param>
public sealed record LeadExplanation(OptionResult Ahead, OptionResult Behind, decimal Lead, ImmutableArray<LeadPart> Parts, int Same)
{
    // More than rounding can leave over: then the parts say what they are, and the lead is their sum.
    private const decimal MostRounding = 0.000000001m;

    /// <summary>The explanation of a lead, or null where one of the two is not scored.</summary>
    /// <param name="ahead">The option that is ahead.</param>
    /// <param name="behind">The option that is behind.</param>
    /// <param name="ranking">What an option with bounds is ranked on.</param>
    public static LeadExplanation? Between(OptionResult ahead, OptionResult behind, WhenUnknown ranking = WhenUnknown.Lowest)
    {
        ArgumentNullException.ThrowIfNull(ahead);
        ArgumentNullException.ThrowIfNull(behind);
        if (ahead.Lowest is null || behind.Lowest is null)
        {
            return null;
        }

        var others = Leaves(behind).ToDictionary(l => l.Criterion.Id, StringComparer.Ordinal);
        var all = Leaves(ahead).Where(l => others.ContainsKey(l.Criterion.Id)).Select(l => Part(l, others[l.Criterion.Id], ranking)).ToList();
        var parts = all.Where(p => p.Difference != 0).OrderByDescending(p => Math.Abs(p.Difference)).ThenBy(p => p.Criterion.Index).ToList();
        var sum = 0m;
        foreach (var part in parts)
        {
            sum += part.Difference;
        }

        var lead = Total(ahead, ranking) - Total(behind, ranking);
        var left = lead - sum;
        if (parts.Count > 0 && left != 0 && Math.Abs(left) <= MostRounding)
        {
            parts[0] = parts[0] with { Difference = PlainNumber.Normalise(parts[0].Difference + left) };
            sum = lead;
        }

        return new(ahead, behind, PlainNumber.Normalise(sum), [.. parts], all.Count(p => p.Difference == 0 && p.Share > 0));
    }

    private static LeadPart Part(CriterionResult ahead, CriterionResult behind, WhenUnknown ranking)
    {
        var (first, firstShare) = Figure(ahead, ranking);
        var (second, secondShare) = Figure(behind, ranking);
        return new(
            ahead.Criterion, ahead.Weight, first, second, PlainNumber.Normalise(firstShare - secondShare), ahead.Value is not null, behind.Value is not null);
    }

    private static (decimal Value, decimal Contribution) Figure(CriterionResult leaf, WhenUnknown ranking)
    {
        if (leaf is { Value: { } known, Contribution: { } contribution })
        {
            return (known, contribution);
        }

        var lowest = leaf.Criterion.Scale.ValueOf(leaf.Lowest);
        var value = ranking == WhenUnknown.Midpoint ? (lowest + leaf.Criterion.Scale.ValueOf(leaf.Highest)) / 2 : lowest;
        return (PlainNumber.Publish(value), PlainNumber.Publish(leaf.Weight * value));
    }

    private static decimal Total(OptionResult option, WhenUnknown ranking) =>
        option.RankedOn ?? (ranking == WhenUnknown.Midpoint ? (option.Lowest!.Value + option.Highest!.Value) / 2 : option.Lowest!.Value);

    private static IEnumerable<CriterionResult> Leaves(OptionResult option) => option.Criteria.SelectMany(CriterionTree.Leaves);
}

/// <summary>The difference that one criterion makes between two options.</summary>
/// <param name="Criterion">The criterion, a leaf.</param>
/// <param name="Share">Its share of the total, 0 to 1.</param>
/// <param name="AheadValue">The value, 0 to 100, of the option that is ahead.</param>
/// <param name="BehindValue">The value of the option that is behind.</param>
/// <param name="Difference">The share times the difference of values, in points of the total.</param>
/// <param name="AheadKnown">Whether the first value is known; otherwise it is the figure that the ranking is made on.</param>
/// <param name="BehindKnown">Whether the second value is known.</param>
public sealed record LeadPart(
    Criterion Criterion, decimal Share, decimal AheadValue, decimal BehindValue, decimal Difference, bool AheadKnown, bool BehindKnown);
