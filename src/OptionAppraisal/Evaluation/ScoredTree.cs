using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The value tree of an option as results give it: made when somebody first looks, for an appraisal is often asked for its ranks alone.
// It is made of what was judged before, so it comes out the same whenever, and from whatever thread, that is.
internal sealed class ScoredTree(TreeScoring scoring, OptionState option) : ILaterCriteria
{
    private Made? _made;

    public ImmutableArray<CriterionResult> Criteria => Make().Top;

    // The result of a criterion by its index; null for one that does not apply.
    public CriterionResult? this[int criterion] => Make().ByIndex[criterion];

    private Made Make()
    {
        if (Volatile.Read(ref _made) is { } made)
        {
            return made;
        }

        var byIndex = new CriterionResult?[option.Leaves.Length];
        made = new Made(scoring.ResultsOf(option, byIndex), byIndex);
        return Interlocked.CompareExchange(ref _made, made, null) ?? made;
    }

    private sealed record Made(ImmutableArray<CriterionResult> Top, CriterionResult?[] ByIndex);
}
