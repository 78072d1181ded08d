namespace OptionAppraisal.Evaluation;

// A session that counts its steps against those that an appraisal may take.
internal interface ICountsSteps
{
    long Spent { get; }

    // What was spent before, in earlier stages.
    void Spend(long steps);
}
