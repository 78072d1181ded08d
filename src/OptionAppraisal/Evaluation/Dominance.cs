using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// At least as good at worst as the other at best on every weighted leaf, and better on one.
internal static class Dominance
{
    public static ImmutableArray<DominancePair> Find(EvaluationPlan plan, AppliedTree tree, OptionState[] options, CancellationToken cancellationToken)
    {
        var leaves = new List<int>();
        foreach (var criterion in plan.Pack.AllCriteria)
        {
            if (criterion.IsLeaf && tree.IsKept(criterion) && tree.ShareOf(criterion) > 0)
            {
                leaves.Add(criterion.Index);
            }
        }

        var pairs = ImmutableArray.CreateBuilder<DominancePair>();
        foreach (var option in options)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var other in options)
            {
                if (option != other && option.IsScored && other.IsScored && Dominates(option, other, leaves))
                {
                    pairs.Add(new DominancePair(option.Option, other.Option));
                }
            }
        }

        return pairs.ToImmutable();
    }

    private static bool Dominates(OptionState option, OptionState other, List<int> leaves)
    {
        var isBetter = false;
        foreach (var leaf in leaves)
        {
            var worst = option.Leaves[leaf]!.Low;
            var best = other.Leaves[leaf]!.High;
            if (Apart.IsAbove(best, worst))
            {
                return false;
            }

            isBetter |= Apart.IsAbove(worst, best);
        }

        return isBetter;
    }
}
