namespace OptionAppraisal.Facts;

/// <summary>What is tried out in place of the figures of the rule pack, for one case.</summary>
/// <param name="Parameters">Values of parameters, by name.</param>
/// <param name="Weights">Weights of criteria among their siblings, by id.</param>
public sealed record CaseVariation(ImmutableSortedDictionary<string, decimal> Parameters, ImmutableSortedDictionary<string, decimal> Weights)
{
    /// <summary>Nothing tried out.</summary>
    public static CaseVariation None { get; } = new(Empty, Empty);

    private static ImmutableSortedDictionary<string, decimal> Empty => ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);
}
