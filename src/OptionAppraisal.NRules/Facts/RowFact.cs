using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.NRules.Facts;

/// <summary>A row of a decision table that holds for an option, or may hold.</summary>
/// <remarks>A row that does not hold has none. Which of several rows decides is a matter of the table's hit policy, and told by <see cref="ScoreFact"/>.</remarks>
public sealed class RowFact
{
    internal RowFact(Criterion criterion, TableRow row, AppraisalOption option, Truth truth)
    {
        Criterion = criterion;
        Row = row;
        Option = option;
        Truth = truth;
    }

    /// <summary>The criterion whose table it is.</summary>
    public Criterion Criterion { get; }

    /// <summary>The row.</summary>
    public TableRow Row { get; }

    /// <summary>The option.</summary>
    public AppraisalOption Option { get; }

    /// <summary>True, or unknown where a fact that it needs is not known.</summary>
    public Truth Truth { get; }
}
