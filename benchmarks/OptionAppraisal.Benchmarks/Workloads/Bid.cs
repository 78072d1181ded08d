namespace OptionAppraisal.Benchmarks.Workloads;

// The facts of an option as hand-written code would hold them.
internal sealed record Bid(
    string Id,
    decimal AnnualCost,
    decimal Staff,
    decimal MonthsToStart,
    decimal Satisfaction,
    decimal Sites,
    decimal Skills,
    bool Shared,
    bool Agreement,
    LegalRoute Route);

internal enum LegalRoute
{
    None,
    PooledBudget,
    LeadCommissioning,
}
