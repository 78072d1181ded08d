using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Results;

// What the result of a criterion says but for what was read and what is below it: options that a row decides alike share it.
internal sealed record CriterionFigures
{
    public static CriterionFigures None { get; } = new();

    public Criterion Criterion { get; init; } = null!;

    public decimal Weight { get; init; }

    public decimal? Score { get; init; }

    public decimal? Value { get; init; }

    public decimal Lowest { get; init; }

    public decimal Highest { get; init; }

    public decimal? Contribution { get; init; }

    public ImmutableArray<string> Missing { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<UndefinedPlace> Undefined { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<RowHit> Hits { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<BodyMean> Bodies { get => field.IsDefault ? [] : field; init; }
}
