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
        var top = judging.Plan.Criteria;
        if (top.IsEmpty)
        {
            return;
        }

        var group = ScoreSiblings(option, top, null, null);
        option.Tree = new ScoredTree(this, option);
        option.Lowest = group.Low;
        option.Highest = group.High;
        option.WeightedScore = group.RawSum;
        option.TestimonyShare = testimony.Of(option.Option);
    }

    // The results of the top criteria, and each by its index: the figures once more, now written down.
    public ImmutableArray<CriterionResult> ResultsOf(OptionState option, CriterionResult?[] byIndex)
    {
        var results = ImmutableArray.CreateBuilder<CriterionResult>(judging.Plan.Criteria.Length);
        ScoreSiblings(option, judging.Plan.Criteria, results, byIndex);
        return results.DrainToImmutable();
    }

    private Figures ScoreSiblings(OptionState option, ImmutableArray<PlannedCriterion> siblings, ImmutableArray<CriterionResult>.Builder? results, CriterionResult?[]? byIndex)
    {
        decimal weights = 0;
        decimal low = 0;
        decimal high = 0;
        decimal? raw = 0;
        var isKnown = true;
        var isRawLow = true;
        foreach (var node in siblings)
        {
            if (!tree.IsKept(node.Criterion))
            {
                continue;
            }

            var weight = node.Criterion.Weight;
            if (results is null && option.Leaves[node.Criterion.Index] is { IsKnown: true } leaf && ReferenceEquals(node.Criterion.Scale, Scale.Default))
            {
                // What most leaves are: a known score that is its own value.
                var part = weight * leaf.Low;
                weights += weight;
                low += part;
                high += isKnown ? 0 : part;
                raw = isRawLow ? raw : raw + part;
                continue;
            }

            var figures = node.Criterion.IsLeaf ? ScoreLeaf(option, node, results, byIndex) : ScoreBranch(option, node, results, byIndex);
            weights += weight;
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

    private Figures ScoreBranch(OptionState option, PlannedCriterion node, ImmutableArray<CriterionResult>.Builder? results, CriterionResult?[]? byIndex)
    {
        var children = results is null ? null : ImmutableArray.CreateBuilder<CriterionResult>(node.Children.Length);
        var figures = ScoreSiblings(option, node.Children, children, byIndex);
        if (children is null)
        {
            return figures;
        }

        var criterion = node.Criterion;
        var isKnown = figures.IsKnown;
        var gaps = isKnown ? null : GapsOf(children);
        var lowest = PlainNumber.Publish(figures.Low);
        results!.Add(byIndex![criterion.Index] = new CriterionResult
        {
            Criterion = criterion,
            Weight = tree.PublishedShareOf(criterion),
            Score = isKnown ? lowest : null,
            Value = isKnown ? lowest : null,
            Lowest = lowest,
            Highest = isKnown ? lowest : PlainNumber.Publish(figures.High),
            Contribution = isKnown ? PlainNumber.Publish(tree.ShareOf(criterion) * figures.Low) : null,
            Missing = gaps?.Missing ?? [],
            Undefined = gaps?.Undefined ?? [],
            Children = children.DrainToImmutable(),
        });
        return figures;
    }

    private Figures ScoreLeaf(OptionState option, PlannedCriterion node, ImmutableArray<CriterionResult>.Builder? results, CriterionResult?[]? byIndex)
    {
        var criterion = node.Criterion;
        var score = option.Leaves[criterion.Index]!;
        var low = criterion.Scale.ValueOf(score.Low);
        var high = score.IsKnown ? low : criterion.Scale.ValueOf(score.High);
        var figures = new Figures(low, high, score.IsKnown || low == high, score.IsKnown ? score.Low : null, null);
        if (results is null)
        {
            return figures;
        }

        var lowest = PlainNumber.Publish(score.Low);
        results.Add(byIndex![criterion.Index] = new CriterionResult
        {
            Criterion = criterion,
            Weight = tree.PublishedShareOf(criterion),
            Score = score.IsKnown ? lowest : null,
            Value = score.IsKnown ? PlainNumber.Publish(low) : null,
            Lowest = lowest,
            Highest = score.IsKnown ? lowest : PlainNumber.Publish(score.High),
            Contribution = score.IsKnown ? PlainNumber.Publish(tree.ShareOf(criterion) * low) : null,
            Missing = score.Missing,
            Undefined = score.Undefined,
            Hits = score.Hits,
            Operands = score.Operands.IsDefault ? judging.Trace(node.Reads, Subject.Of(option.Option)) : score.Operands,
            Bodies = score.Bodies,
        });
        return figures;
    }

    private static Gaps GapsOf(ImmutableArray<CriterionResult>.Builder children)
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
