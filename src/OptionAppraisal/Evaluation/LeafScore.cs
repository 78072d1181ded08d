using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The score of a leaf for an option, on its scale; known where the bounds are the same.
internal sealed record LeafScore(decimal Low, decimal High)
{
    public ImmutableArray<RowHit> Hits { get; init; } = [];

    public ImmutableArray<OperandValue> Operands { get; init; } = [];

    public ImmutableArray<BodyMean> Bodies { get; init; } = [];

    public ImmutableArray<string> Missing { get; init; } = [];

    public ImmutableArray<UndefinedPlace> Undefined { get; init; } = [];

    public bool IsKnown => Low == High;

    public static LeafScore Known(decimal score) => new(score, score);

    // Where the bounds meet the score is known, and nothing is missing that could change it.
    public static LeafScore Between(decimal low, decimal high, Gaps gaps) =>
        low == high ? Known(low) : new(low, high) { Missing = gaps.Missing, Undefined = gaps.Undefined };

    public static LeafScore Anything(Scale scale, Gaps gaps) => Between(scale.Low, scale.High, gaps);
}
