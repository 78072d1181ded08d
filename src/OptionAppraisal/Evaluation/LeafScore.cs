using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The score of a leaf for an option, on its scale; known where the bounds are the same.
internal sealed record LeafScore(decimal Low, decimal High)
{
    public ImmutableArray<RowHit> Hits { get => field.IsDefault ? [] : field; init; }

    // What was read, but for what the rows of a table read that is looked up when somebody looks.
    public OperandValues Operands { get; init; }

    public bool IsTracedLater { get; init; }

    public ImmutableArray<BodyMean> Bodies { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<string> Missing { get => field.IsDefault ? [] : field; init; }

    public ImmutableArray<UndefinedPlace> Undefined { get => field.IsDefault ? [] : field; init; }

    public bool IsKnown { get; } = Low == High;

    // The row that alone decides, from 0, where the score is that of a row as it stands; otherwise -1.
    public int Row { get; init; } = -1;

    // For the score of a row: the pack's weight times it, and its order among others, where they could be worked out beforehand.
    public bool IsPrepared { get; init; }

    public decimal Weighed { get; init; }

    public long Order { get; init; }

    // Whether the weighed score is a whole number, and that number: such are added without decimals.
    public bool IsWhole { get; init; }

    public long Whole { get; init; }

    // Whether it was found to lie on its scale beforehand.
    public bool IsOnScale { get; init; }

    // The same between other bounds; what is missing no longer matters where they meet.
    public LeafScore Within(decimal low, decimal high) => new(low, high)
    {
        Hits = Hits,
        Operands = Operands,
        IsTracedLater = IsTracedLater,
        Bodies = Bodies,
        Missing = low == high ? [] : Missing,
        Undefined = low == high ? [] : Undefined,
    };

    public static LeafScore Known(decimal score) => new(score, score);

    // Where the bounds meet the score is known, and nothing is missing that could change it.
    public static LeafScore Between(decimal low, decimal high, Gaps gaps) =>
        low == high ? Known(low) : new(low, high) { Missing = gaps.Missing, Undefined = gaps.Undefined };

    public static LeafScore Anything(Scale scale, Gaps gaps) => Between(scale.Low, scale.High, gaps);
}
