namespace OptionAppraisal.Plans;

/// <summary>A session that counts its steps against the 10,000,000 that an appraisal may take.</summary>
public interface ICountsSteps
{
    /// <summary>The steps so far, those of earlier stages included.</summary>
    long Spent { get; }

    /// <summary>Adds the steps that earlier stages of the appraisal took.</summary>
    void Spend(long steps);
}
