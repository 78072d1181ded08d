using System.Linq.Expressions;
using NRules;
using NRules.Fluent.Dsl;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// The rows of ManyRows as rules written by hand in the natural way, to be compiled; they are not fired.
internal static class ManyRules
{
    private const int RowsATable = 10;

    public static ISessionFactory Compile(int rows) => Rulebook.Compile(Rules(rows / RowsATable));

    private static IEnumerable<Rule> Rules(int tables)
    {
        for (var table = 0; table < tables; table++)
        {
            for (var row = 0; row < RowsATable - 1; row++)
            {
                yield return new FirstHit(table, row, When(table, row), 100 - (row * 10));
            }

            yield return new FirstHit(table, RowsATable - 1, _ => true, 0);
        }
    }

    private static Expression<Func<Service, bool>> When(int table, int row)
    {
        decimal cost = 400_000 - (row * 1_000) - table;
        decimal costAPost = 20_000 + (row * 500) + table;
        return (row % 3) switch
        {
            0 => s => s.AnnualCost >= cost && s.Staff >= row && s.Staff < row + 5,
            1 => s => s.CostAPost < costAPost && s.Shared,
            _ => s => (s.Route == "pooled" || s.Route == "lead") && s.Staff > row,
        };
    }

    private sealed class FirstHit(int table, int row, Expression<Func<Service, bool>> when, decimal score) : Rule
    {
        public override void Define()
        {
            Service service = null!;
            Name($"table {table}, row {row}");
            Priority(-row);
            When().Match(() => service, when).Not<ServiceScore>(s => s.Table == table && s.Row < row, s => s.Service == service);
            Then().Yield(_ => new ServiceScore(service, table, row, score));
        }
    }

    private sealed record Service(decimal AnnualCost, decimal Staff, decimal CostAPost, bool Shared, string Route);

    private sealed record ServiceScore(Service Service, int Table, int Row, decimal Score);
}
