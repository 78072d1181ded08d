using System.Runtime.InteropServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The totals of an option: a branch is the sum of weight times value over the sum of weights, added first and divided once.
internal sealed class TreeScoring(Judging judging, AppliedTree tree, TestimonyShare testimony)
{
    public void Score(OptionState option)
    {
        if (tree.Top.Length == 0)
        {
            return;
        }

        var group = ScoreSiblings(option, tree.Top, tree.TopWeights, null);
        option.Tree = new ScoredTree(this, option);
        option.Lowest = group.Low;
        option.Highest = group.High;
        option.WeightedScore = group.RawSum;
        option.TestimonyShare = testimony.Of(option.Option);
    }

    // The results of the top criteria: the figures once more, now written down.
    public CriterionResult[] ResultsOf(OptionState option)
    {
        var results = new CriterionResult[tree.Top.Length];
        ScoreSiblings(option, tree.Top, tree.TopWeights, results);
        return results;
    }

    public OperandValue[] OperandsOf(OptionState option, Criterion criterion) =>
        judging.TraceAll(tree.NodeOf(criterion)!.Planned.Reads, Subject.Of(option.Option));

    private Figures ScoreSiblings(OptionState option, AppliedNode[] siblings, decimal weights, CriterionResult[]? results)
    {
        decimal low = 0;
        decimal high = 0;
        decimal? raw = 0;
        var isKnown = true;
        var isRawLow = true;
        for (var i = 0; i < siblings.Length; i++)
        {
            var node = siblings[i];
            var weight = node.Weight;
            if (node.IsPlain && option.Leaves[node.Index] is { IsKnown: true } leaf)
            {
                // What most leaves are: a known score that is its own value.
                if (results is not null)
                {
                    results[i] = ResultOf(option, node, leaf, leaf.Low);
                }

                var part = weight * leaf.Low;
                low += part;
                if (!isKnown)
                {
                    high += part;
                }

                if (!isRawLow)
                {
                    raw += part;
                }

                continue;
            }

            var figures = node.Criterion.IsLeaf ? ScoreLeaf(option, node, results, i) : ScoreBranch(option, node, results, i);
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

        var mean = low / weights;
        var most = isKnown ? mean : high / weights;
        return new Figures(mean, most, isKnown || mean == most, isRawLow ? mean : raw / weights, isRawLow ? low : raw);
    }

    private Figures ScoreBranch(OptionState option, AppliedNode node, CriterionResult[]? results, int place)
    {
        var children = results is null ? null : new CriterionResult[node.Children.Length];
        var figures = ScoreSiblings(option, node.Children, node.ChildWeights, children);
        if (children is null)
        {
            return figures;
        }

        var isKnown = figures.IsKnown;
        var gaps = isKnown ? null : GapsOf(children);
        var lowest = PlainNumber.Publish(figures.Low);
        var published = new CriterionFigures
        {
            Criterion = node.Criterion,
            Weight = node.PublishedShare,
            Score = isKnown ? lowest : null,
            Value = isKnown ? lowest : null,
            Lowest = lowest,
            Highest = isKnown ? lowest : PlainNumber.Publish(figures.High),
            Contribution = isKnown ? PlainNumber.Publish(node.Share * figures.Low) : null,
            Missing = gaps?.Missing ?? [],
            Undefined = gaps?.Undefined ?? [],
        };
        results![place] = new CriterionResult(published, [], ImmutableCollectionsMarshal.AsImmutableArray(children));
        return figures;
    }

    private static Figures ScoreLeaf(OptionState option, AppliedNode node, CriterionResult[]? results, int place)
    {
        var scale = node.Criterion.Scale;
        var score = option.Leaves[node.Index]!;
        var low = scale.ValueOf(score.Low);
        var high = score.IsKnown ? low : scale.ValueOf(score.High);
        if (results is not null)
        {
            results[place] = ResultOf(option, node, score, low);
        }

        return new Figures(low, high, score.IsKnown || low == high, score.IsKnown ? score.Low : null, null);
    }

    private static CriterionResult ResultOf(OptionState option, AppliedNode node, LeafScore score, decimal value)
    {
        var figures = node.FiguresOf(score, value);
        return score.Operands.IsDefault ? new CriterionResult(figures, option.Tree!) : new CriterionResult(figures, score.Operands, []);
    }

    private static Gaps GapsOf(CriterionResult[] children)
    {
        var gaps = new Gaps();
        foreach (var child in children)
        {
            if (child.Criterion.Weight > 0)
            {
                gaps.AddRange(child.Missing, child.Undefined);
            }
        }

        return gaps;
    }

    // Values of 0..100 between bounds; the raw score where known; of siblings also the sum of raw weight times raw score.
    private readonly record struct Figures(decimal Low, decimal High, bool IsKnown, decimal? Raw, decimal? RawSum);
}
