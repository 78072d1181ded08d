using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// At least as good at worst as the other at best on every weighted leaf, and better on one.
internal static class Dominance
{
    public static ImmutableArray<DominancePair> Find(AppliedTree tree, OptionState[] options, CancellationToken cancellationToken)
    {
        List<DominancePair>? pairs = null;
        foreach (var option in options)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var other in options)
            {
                if (option != other && option.IsScored && other.IsScored && Dominates(option, other, tree.Leaves))
                {
                    (pairs ??= []).Add(new DominancePair(option.Option, other.Option));
                }
            }
        }

        return pairs is null ? [] : [.. pairs];
    }

    private static bool Dominates(OptionState option, OptionState other, AppliedNode[] leaves)
    {
        var isBetter = false;
        foreach (var leaf in leaves)
        {
            var own = option.Leaves[leaf.Index]!;
            var others = other.Leaves[leaf.Index]!;
            if (ReferenceEquals(own, others) && own.IsKnown || leaf.Share == 0)
            {
                continue;
            }

            if (own.IsPrepared && others.IsPrepared)
            {
                if (others.Order > own.Order)
                {
                    return false;
                }

                isBetter |= own.Order > others.Order;
                continue;
            }

            if (Apart.IsAbove(others.High, own.Low))
            {
                return false;
            }

            isBetter |= Apart.IsAbove(own.Low, others.High);
        }

        return isBetter;
    }
}
