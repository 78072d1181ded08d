using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Facts;

/// <summary>The score of a criterion, leaf or branch, for an option, with the rows that decided it.</summary>
/// <remarks>
/// Scores are the library's own work, from the rows that rules concluded: one comes only after an appraisal without problems, and only where the
/// criterion applies and the option was scored.
/// </remarks>
public sealed class ScoreFact
{
    internal ScoreFact(AppraisalOption option, CriterionResult result)
    {
        Option = option;
        Result = result;
    }

    /// <summary>The option.</summary>
    public AppraisalOption Option { get; }

    /// <summary>The id of the option.</summary>
    public string OptionId => Option.Id;

    /// <summary>The result with its value, bounds, rows and operands.</summary>
    public CriterionResult Result { get; }

    /// <summary>The criterion.</summary>
    public Criterion Criterion => Result.Criterion;

    /// <summary>The id of the criterion.</summary>
    public string CriterionId => Criterion.Id;

    /// <summary>The score on the criterion's scale, of a branch its value from 0 to 100; null where it is not known.</summary>
    public decimal? Score => Result.Score;

    /// <summary>The lowest that the value can be, from 0 to 100; equal to the highest where it is known.</summary>
    public decimal Lowest => Result.Lowest;

    /// <summary>The highest that the value can be, from 0 to 100.</summary>
    public decimal Highest => Result.Highest;

    /// <summary>The row that decided; null where it is no table, or several rows decided or may decide.</summary>
    public RowHit? Row => Result.Hits is [var only] ? only : null;

    // Whether nothing that it tells has changed, so that rules that matched it need not fire again.
    internal bool SaysTheSameAs(ScoreFact other) =>
        ReferenceEquals(Option, other.Option)
        && ReferenceEquals(Criterion, other.Criterion)
        && Score == other.Score
        && (Result.Value, Lowest, Highest, Result.Weight, Result.Contribution) == (other.Result.Value, other.Lowest, other.Highest, other.Result.Weight, other.Result.Contribution)
        && Result.Hits.Select(h => h.Row).SequenceEqual(other.Result.Hits.Select(h => h.Row))
        && Result.Missing.SequenceEqual(other.Result.Missing, StringComparer.Ordinal)
        && Result.Undefined.SequenceEqual(other.Result.Undefined)
        && Result.Bodies.SequenceEqual(other.Result.Bodies)
        && Result.Operands == other.Result.Operands;
}
