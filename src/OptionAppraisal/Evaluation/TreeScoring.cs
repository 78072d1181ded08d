using System.Runtime.InteropServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The totals of an option: a branch is the sum of weight times value over the sum of weights, added first and divided once.
internal sealed class TreeScoring(AppliedTree tree, TestimonyShare? testimony)
{
    public void Score(OptionState option)
    {
        if (tree.Top.Length == 0)
        {
            return;
        }

        option.Branches = new BranchScore[tree.Branches];
        var group = ScoreSiblings(option, tree.Top, tree.TopWeights);
        option.Tree = new ScoredTree(this, option);
        option.Lowest = group.Low;
        option.Highest = group.High;
        option.WeightedScore = tree.IsCombined ? null : group.RawSum;
        option.TestimonyShare = testimony?.Of(option.Option);
    }

    // The results of the top criteria, written down.
    public CriterionResult[] ResultsOf(OptionState option) => WriteSiblings(option, tree.Top);

    private static Figures ScoreSiblings(OptionState option, AppliedNode[] siblings, decimal weights)
    {
        decimal low = 0;
        decimal high = 0;
        decimal? raw = 0;
        var isKnown = true;
        var isRawLow = true;
        long whole = 0;
        foreach (var node in siblings)
        {
            if (node.IsOfPack && isKnown && isRawLow && option.Leaves[node.Index] is { IsPrepared: true } prepared)
            {
                // What most leaves are: the score of a row, which is its own value.
                if (prepared.IsWhole)
                {
                    whole += prepared.Whole;
                }
                else
                {
                    low += prepared.Weighed;
                }

                continue;
            }

            if (whole != 0)
            {
                low += whole;
                whole = 0;
            }

            var weight = node.Weight;
            var figures = node.Criterion.IsLeaf ? ScoreLeaf(option, node) : ScoreBranch(option, node);
            var weighed = weight * figures.Low;

            // What is known has one bound, and on the scale of 0 to 100 a score is its value: such sums are made once.
            if (isKnown && !figures.IsKnown)
            {
                isKnown = false;
                high = low;
            }

            if (isRawLow && weight != 0 && figures.Raw != figures.Low)
            {
                isRawLow = false;
                raw = low;
            }

            low += weighed;
            high += isKnown ? 0 : weight * figures.High;
            raw = isRawLow || weight == 0 ? raw : raw + (weight * figures.Raw);
        }

        if (whole != 0)
        {
            low += whole;
        }

        var mean = low / weights;
        var most = isKnown ? mean : high / weights;
        return new Figures(mean, most, isKnown || mean == most, isRawLow ? mean : raw / weights, isRawLow ? low : raw);
    }

    private static Figures ScoreBranch(OptionState option, AppliedNode node)
    {
        var figures = ScoreSiblings(option, node.Children, node.ChildWeights);
        option.Branches[node.Branch] = new BranchScore(figures.Low, figures.High);
        return figures;
    }

    private static Figures ScoreLeaf(OptionState option, AppliedNode node)
    {
        var scale = node.Criterion.Scale;
        var score = option.Leaves[node.Index]!;
        var low = scale.ValueOf(score.Low);
        var high = score.IsKnown ? low : scale.ValueOf(score.High);
        return new Figures(low, high, score.IsKnown || low == high, score.IsKnown ? score.Low : null, null);
    }

    private CriterionResult[] WriteSiblings(OptionState option, AppliedNode[] siblings)
    {
        var results = new CriterionResult[siblings.Length];
        for (var i = 0; i < results.Length; i++)
        {
            var node = siblings[i];
            if (!node.Criterion.IsLeaf)
            {
                results[i] = WriteBranch(option, node);
                continue;
            }

            var score = option.Leaves[node.Index]!;
            var figures = node.FiguresOf(score);
            results[i] = new CriterionResult(figures, score.IsTracedLater ? new OperandValues(node.Planned.ReadNames, option) : score.Operands, []);
        }

        return results;
    }

    private CriterionResult WriteBranch(OptionState option, AppliedNode node)
    {
        var children = WriteSiblings(option, node.Children);
        ref readonly var score = ref option.Branches[node.Branch];
        var lowest = PlainNumber.Publish(score.Low);
        var figures = score.IsKnown
            ? new CriterionFigures(node.Criterion, node.PublishedShare, lowest, PlainNumber.Publish(node.Share * score.Low))
            : Open(node, lowest, PlainNumber.Publish(score.High), GapsOf(node.Children, children));
        return new CriterionResult(figures, [], ImmutableCollectionsMarshal.AsImmutableArray(children));
    }

    private static CriterionFigures Open(AppliedNode node, decimal lowest, decimal highest, Gaps gaps) => new()
    {
        Criterion = node.Criterion,
        Weight = node.PublishedShare,
        Lowest = lowest,
        Highest = highest,
        Missing = gaps.Missing,
        Undefined = gaps.Undefined,
    };

    private static Gaps GapsOf(AppliedNode[] nodes, CriterionResult[] children)
    {
        var gaps = new Gaps();
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Weight > 0)
            {
                gaps.AddRange(children[i].Missing, children[i].Undefined);
            }
        }

        return gaps;
    }

    // Values of 0..100 between bounds; the raw score where known; of siblings also the sum of raw weight times raw score.
    private readonly record struct Figures(decimal Low, decimal High, bool IsKnown, decimal? Raw, decimal? RawSum);
}

// The value of a branch for an option, between bounds.
internal readonly record struct BranchScore(decimal Low, decimal High)
{
    public bool IsKnown => Low == High;
}
