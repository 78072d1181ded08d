using OptionAppraisal.Benchmarks.Workloads;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// The facts of the case. Classes, not records: the engine refuses facts of equal value, and hashes them.
internal sealed class CaseFacts
{
    public decimal Budget { get; } = TenTables.Budget;

    public decimal Population { get; } = TenTables.Population;

    public bool Coterminous { get; } = TenTables.Coterminous;
}

internal sealed class OptionFacts(Bid bid, int index)
{
    public Bid Bid { get; } = bid;

    public int Index { get; } = index;

    public bool IsBaseline => Index == 0;
}

// An option with its derived facts: what rows and gates are about. The quick rules write into it, the natural ones leave facts beside it.
internal sealed class Measured(OptionFacts option, OptionFacts baseline, CaseFacts facts)
{
    public OptionFacts Option { get; } = option;

    public Bid Bid { get; } = option.Bid;

    public CaseFacts Case { get; } = facts;

    public decimal SavingShare { get; } = (baseline.Bid.AnnualCost - option.Bid.AnnualCost) / baseline.Bid.AnnualCost;

    public decimal CostAHead { get; } = option.Bid.AnnualCost / facts.Population;

    public decimal[] Scores { get; } = new decimal[Tables.Count];

    public bool IsExcluded { get; set; }

    public bool IsShownOnly { get; set; }

    public void Score(int table, decimal score) => Scores[table] = score;

    public void Fail(Gate gate)
    {
        IsExcluded |= gate != Gate.Affordable;
        IsShownOnly |= gate == Gate.Affordable;
    }
}

internal enum Gate
{
    Affordable,
    Written,
    OneArea,
}

// What the natural rules conclude.
internal sealed class RowScore(Measured option, int table, int row, decimal score)
{
    public Measured Option { get; } = option;

    public int Table { get; } = table;

    public int Row { get; } = row;

    public decimal Score { get; } = score;
}

internal sealed class GateOutcome(Measured option, Gate gate, bool passes)
{
    public Measured Option { get; } = option;

    public Gate Gate { get; } = gate;

    public bool Passes { get; } = passes;
}
