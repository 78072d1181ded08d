using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// A criterion that applies, with those below it that do and what does not depend on the option.
internal sealed class AppliedNode(PlannedCriterion planned, AppliedNode[] children, decimal weight, int rows, int branch)
{
    private readonly CriterionFigures?[] _ofRows = new CriterionFigures?[rows];

    public PlannedCriterion Planned { get; } = planned;

    public Criterion Criterion { get; } = planned.Criterion;

    public int Index { get; } = planned.Criterion.Index;

    public AppliedNode[] Children { get; } = children;

    // Its place among the branches; -1 for a leaf.
    public int Branch { get; } = branch;

    public decimal Weight { get; } = weight;

    // The rows of its table.
    public int Rows { get; } = rows;

    // The weights of the children together.
    public decimal ChildWeights { get; } = WeightsOf(children);

    // Whether a score is its own value and is weighed as the pack says, so that the pack's rows may hold it weighed.
    public bool IsOfPack { get; } = ReferenceEquals(planned.Criterion.Scale, Scale.Default) && weight == planned.Criterion.Weight;

    // The share of the total, 0 to 1.
    public decimal Share
    {
        get;
        set
        {
            field = value;
            PublishedShare = PlainNumber.Publish(value);
        }
    }

    // The share as results give it.
    public decimal PublishedShare { get; private set; }

    // The figures of a leaf where one row alone decides: the same for every option, so made once.
    public CriterionFigures FiguresOf(LeafScore score) => score.Row < 0 ? Figures(score) : _ofRows[score.Row] ??= Figures(score);

    public static decimal WeightsOf(AppliedNode[] nodes)
    {
        decimal sum = 0;
        foreach (var node in nodes)
        {
            sum += node.Weight;
        }

        return sum;
    }

    private CriterionFigures Figures(LeafScore score)
    {
        var value = Criterion.Scale.ValueOf(score.Low);
        var lowest = PlainNumber.Publish(score.Low);
        return new CriterionFigures
        {
            Criterion = Criterion,
            Weight = PublishedShare,
            Score = score.IsKnown ? lowest : null,
            Value = score.IsKnown ? PlainNumber.Publish(value) : null,
            Lowest = lowest,
            Highest = score.IsKnown ? lowest : PlainNumber.Publish(score.High),
            Contribution = score.IsKnown ? PlainNumber.Publish(Share * value) : null,
            Missing = score.Missing,
            Undefined = score.Undefined,
            Hits = score.Hits,
            Bodies = score.Bodies,
        };
    }
}
