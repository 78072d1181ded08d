using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation.Exact;

// The steps of one appraisal: every operation judged is one, and every element of a list that an operation goes through.
// A mutable value, held in one place: the session counts at every step.
internal struct WorkLimit(CancellationToken cancellationToken)
{
    public const int MostSteps = 10_000_000;
    public const int MostDepth = 2_000;
    public const int LongestList = 10_000;
    public const int LargestNest = 100_000;
    public const int StepsOfPower = 400;
    public const int StepsOfAnElement = 2;
    public const int CharactersForAStep = 8;
    public const int LongestText = 64 * 1024;
    private const int StepsBetweenLooks = 4_096;

    private long _spent;
    private long _left = StepsBetweenLooks;

    public readonly long Spent => _spent + StepsBetweenLooks - _left;

    public void Spend(long steps) => _spent += steps;

    public void Step(Expression at)
    {
        if (--_left <= 0)
        {
            Look(at);
        }
    }

    public void Steps(long count, Expression at)
    {
        _left -= count;
        if (_left <= 0)
        {
            Look(at);
        }
    }

    private void Look(Expression at)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _spent += StepsBetweenLooks - _left;
        _left = StepsBetweenLooks;
        if (_spent > MostSteps)
        {
            _left = 0;
            throw JudgingErrors.TooManySteps(at);
        }
    }
}
