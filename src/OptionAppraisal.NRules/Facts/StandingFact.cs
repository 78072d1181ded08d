using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Facts;

/// <summary>Where an option stands: its status, rank and total.</summary>
/// <remarks>The library's own work, from what rules concluded: one comes only after an appraisal without problems.</remarks>
public sealed class StandingFact
{
    internal StandingFact(OptionResult result) => Result = result;

    /// <summary>The result with its gates, criteria and findings.</summary>
    public OptionResult Result { get; }

    /// <summary>The option.</summary>
    public AppraisalOption Option => Result.Option;

    /// <summary>The id of the option.</summary>
    public string OptionId => Option.Id;

    /// <summary>Eligible, excluded or what keeps it from being either.</summary>
    public OptionStatus Status => Result.Status;

    /// <summary>The rank, from 1 and with ties; null where the option is not ranked.</summary>
    public int? Rank => Result.Rank;

    /// <summary>The total from 0 to 100; null where it is not known.</summary>
    public decimal? Total => Result.Total;
}
