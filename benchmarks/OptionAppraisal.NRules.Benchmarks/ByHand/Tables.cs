using System.Linq.Expressions;
using OptionAppraisal.Benchmarks.Workloads;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// The rows and gates of TenTables as conditions in C#.
internal static class Tables
{
    public const int Count = 10;

    public static ImmutableArray<Table> All { get; } =
    [
        new(0,
            new(o => o.SavingShare >= 0.15m && o.Bid.MonthsToStart < 12m, 100m),
            new(o => o.SavingShare >= 0.15m && o.Bid.MonthsToStart >= 12m, 80m),
            new(o => o.SavingShare >= 0.05m && o.SavingShare < 0.15m, 50m),
            0m),
        new(1,
            new(o => o.CostAHead < 3.5m && o.Bid.Staff < 8m, 90m),
            new(o => o.CostAHead < 3.5m && o.Bid.Staff >= 8m, 70m),
            new(o => o.CostAHead >= 3.5m && o.CostAHead < 4.2m && o.Bid.Staff < 11m, 45m),
            10m),
        new(2,
            new(o => o.Bid.Staff >= 9m && o.Bid.Staff < 12m && o.Bid.Skills >= 4m, 100m),
            new(o => o.Bid.Staff >= 9m && o.Bid.Staff < 12m && o.Bid.Skills < 4m, 60m),
            new(o => o.Bid.Staff < 9m && o.Bid.Skills >= 3m, 40m),
            20m),
        new(3,
            new(o => o.Bid.MonthsToStart < 6m && o.Bid.Sites <= 2m, 100m),
            new(o => o.Bid.MonthsToStart < 6m && o.Bid.Sites > 2m, 75m),
            new(o => o.Bid.MonthsToStart >= 6m && o.Bid.MonthsToStart < 12m && o.Bid.Shared, 50m),
            15m),
        new(4,
            new(o => o.Bid.Sites <= 2m && o.Bid.Shared && o.Bid.AnnualCost < 380_000m, 95m),
            new(o => o.Bid.Sites <= 2m && o.Bid.Shared && o.Bid.AnnualCost >= 380_000m, 65m),
            new(o => o.Bid.Sites >= 3m && o.Bid.Sites <= 4m && o.Bid.Shared, 35m),
            5m),
        new(5,
            new(o => o.Bid.Satisfaction >= 0.75m && o.Bid.Sites <= 3m, 100m),
            new(o => o.Bid.Satisfaction >= 0.75m && o.Bid.Sites > 3m, 85m),
            new(o => o.Bid.Satisfaction >= 0.6m && o.Bid.Satisfaction < 0.75m && o.Bid.Sites <= 3m, 55m),
            25m),
        new(6,
            new(o => o.Bid.Route == LegalRoute.PooledBudget && o.Bid.Agreement, 100m),
            new(o => o.Bid.Route == LegalRoute.LeadCommissioning && o.Bid.Agreement, 80m),
            new(o => (o.Bid.Route == LegalRoute.PooledBudget || o.Bid.Route == LegalRoute.LeadCommissioning) && !o.Bid.Agreement, 30m),
            50m),
        new(7,
            new(o => o.Bid.Skills >= 4m && o.Bid.Staff >= 6m && o.Case.Coterminous, 100m),
            new(o => o.Bid.Skills >= 4m && o.Bid.Staff < 6m && o.Case.Coterminous, 70m),
            new(o => o.Bid.Skills >= 2m && o.Bid.Skills < 4m && o.Case.Coterminous, 45m),
            20m),
        new(8,
            new(o => o.Bid.MonthsToStart <= 3m && o.SavingShare < 0.1m, 100m),
            new(o => o.Bid.MonthsToStart > 3m && o.SavingShare < 0.1m && o.Bid.Shared, 70m),
            new(o => o.Bid.MonthsToStart >= 3m && o.Bid.MonthsToStart < 13m && o.SavingShare >= 0.1m, 40m),
            10m),
        new(9,
            new(o => o.Bid.Staff >= 10m && o.Bid.Sites >= 2m && o.Bid.Agreement, 90m),
            new(o => o.Bid.Staff >= 10m && o.Bid.Sites >= 2m && !o.Bid.Agreement, 60m),
            new(o => o.Bid.Staff < 10m && o.Bid.Sites >= 3m && o.Bid.Satisfaction >= 0.7m, 45m),
            15m),
    ];

    public static ImmutableArray<GateCondition> Gates { get; } =
    [
        new(Gate.Affordable, o => o.Bid.AnnualCost <= o.Case.Budget || o.Option.IsBaseline, o => o.Bid.AnnualCost > o.Case.Budget && !o.Option.IsBaseline),
        new(Gate.Written, o => o.Bid.Route != LegalRoute.PooledBudget || o.Bid.Agreement || o.Bid.Shared, o => o.Bid.Route == LegalRoute.PooledBudget && !o.Bid.Agreement && !o.Bid.Shared),
        new(Gate.OneArea, o => !o.Bid.Shared || o.Case.Coterminous, o => o.Bid.Shared && !o.Case.Coterminous),
    ];
}

internal sealed record Row(Expression<Func<Measured, bool>> When, decimal Score);

internal sealed record GateCondition(Gate Gate, Expression<Func<Measured, bool>> Passes, Expression<Func<Measured, bool>> Fails);

// Three rows, and the score where none of them holds.
internal sealed record Table(int Number, Row First, Row Second, Row Third, decimal Otherwise)
{
    public ImmutableArray<Row> Rows => [First, Second, Third];

    // That none of the rows holds, as one condition.
    public Expression<Func<Measured, bool>> NoRow
    {
        get
        {
            var option = Expression.Parameter(typeof(Measured), "option");
            var any = Rows.Select(r => new Renaming(r.When.Parameters[0], option).Visit(r.When.Body)).Aggregate(Expression.OrElse);
            return Expression.Lambda<Func<Measured, bool>>(Expression.Not(any), option);
        }
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
