using System.Runtime.InteropServices;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The value tree of an option as results give it: made when somebody first looks, for an appraisal is often asked for its ranks alone.
// It is made of what was judged before, so it comes out the same whenever, and from whatever thread, that is.
internal sealed class ScoredTree(TreeScoring scoring, OptionState option) : ILaterCriteria
{
    private CriterionResult[]? _made;

    public ImmutableArray<CriterionResult> Criteria => ImmutableCollectionsMarshal.AsImmutableArray(Make());

    // The result of a criterion by its index; null for one that does not apply.
    public CriterionResult? this[int criterion] => Find(Make(), criterion);

    private CriterionResult[] Make()
    {
        if (Volatile.Read(ref _made) is { } made)
        {
            return made;
        }

        made = scoring.ResultsOf(option);
        return Interlocked.CompareExchange(ref _made, made, null) ?? made;
    }

    // Indexes are in depth-first order, so the criterion is, or is below, the last whose index is not greater.
    private static CriterionResult? Find(ReadOnlySpan<CriterionResult> siblings, int criterion)
    {
        for (var i = siblings.Length - 1; i >= 0; i--)
        {
            if (siblings[i].Criterion.Index <= criterion)
            {
                return siblings[i].Criterion.Index == criterion ? siblings[i] : Find(siblings[i].Children.AsSpan(), criterion);
            }
        }

        return null;
    }
}
