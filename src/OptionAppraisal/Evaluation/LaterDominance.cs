using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// Which options dominate others, found when somebody first looks, of scores that were judged before. Of many options it is found at once, where
// it can be cancelled: every option is compared with every other.
internal sealed class LaterDominance(ImmutableArray<AreaRun> areas) : ILaterDominance
{
    public const int MostOptions = 32;

    private ImmutableArray<DominancePair> _found;

    public ImmutableArray<DominancePair> Dominance
    {
        get
        {
            if (_found.IsDefault)
            {
                ImmutableInterlocked.InterlockedInitialize(ref _found, Find(areas, CancellationToken.None));
            }

            return _found;
        }
    }

    public static ImmutableArray<DominancePair> Find(ImmutableArray<AreaRun> areas, CancellationToken cancellationToken) => areas.Length == 1
        ? areas[0].Dominance(cancellationToken)
        : [.. areas.SelectMany(a => a.Dominance(cancellationToken))];
}
