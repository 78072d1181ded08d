using System.Linq.Expressions;
using NRules;
using NRules.Fluent.Dsl;
using OptionAppraisal.Benchmarks.Workloads;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// The rules as somebody would first write them: a row fires where its condition holds and no row before it has scored, rows in order by
// priority, and every conclusion is a linked fact.
internal sealed class Natural
{
    private readonly ISessionFactory _factory = Rulebook.Compile(Rules());

    public Standing[] Appraise()
    {
        var session = _factory.CreateSession();
        session.InsertAll(TenTables.Bids.Select((b, i) => new OptionFacts(b, i)).Append<object>(new CaseFacts()));
        session.Fire();

        // Without AsEnumerable every query would be compiled anew, which takes longer than the rules.
        foreach (var score in session.Query<RowScore>().AsEnumerable())
        {
            score.Option.Score(score.Table, score.Score);
        }

        foreach (var outcome in session.Query<GateOutcome>().AsEnumerable().Where(g => !g.Passes))
        {
            outcome.Option.Fail(outcome.Gate);
        }

        return Totals.Of([.. session.Query<Measured>().AsEnumerable().OrderBy(m => m.Option.Index)]);
    }

    private static IEnumerable<Rule> Rules()
    {
        yield return new Measuring();
        foreach (var gate in Tables.Gates)
        {
            yield return new GateRule(gate.Gate, gate.Passes, true);
            yield return new GateRule(gate.Gate, gate.Fails, false);
        }

        foreach (var table in Tables.All)
        {
            yield return new FirstHit(table.Number, 1, table.First.When, table.First.Score);
            yield return new FirstHit(table.Number, 2, table.Second.When, table.Second.Score);
            yield return new FirstHit(table.Number, 3, table.Third.When, table.Third.Score);
            yield return new FirstHit(table.Number, 4, _ => true, table.Otherwise);
        }
    }

    private sealed class Measuring : Rule
    {
        public override void Define()
        {
            CaseFacts facts = null!;
            OptionFacts baseline = null!;
            OptionFacts option = null!;
            Name("derived facts");
            Priority(10);
            When().Match(() => facts).Match(() => baseline, b => b.IsBaseline).Match(() => option);
            Then().Yield(_ => new Measured(option, baseline, facts));
        }
    }

    private sealed class GateRule(Gate gate, Expression<Func<Measured, bool>> when, bool passes) : Rule
    {
        public override void Define()
        {
            Measured option = null!;
            Name($"{gate}, {passes}");
            When().Match(() => option, when);
            Then().Yield(_ => new GateOutcome(option, gate, passes));
        }
    }

    // A score that took away what its own rule rests on would never end: a row looks at those before it alone.
    private sealed class FirstHit(int table, int row, Expression<Func<Measured, bool>> when, decimal score) : Rule
    {
        public override void Define()
        {
            Measured option = null!;
            Name($"table {table}, row {row}");
            Priority(5 - row);
            When().Match(() => option, when).Not(OfTable(), s => s.Option == option && s.Row < row);
            Then().Yield(_ => new RowScore(option, table, row, score));
        }

        // `s => s.Table == 3`, with the number itself as a rule of its own would have it: rules share it.
        private Expression<Func<RowScore, bool>> OfTable()
        {
            var other = Expression.Parameter(typeof(RowScore), "s");
            return Expression.Lambda<Func<RowScore, bool>>(Expression.Equal(Expression.Property(other, nameof(RowScore.Table)), Expression.Constant(table)), other);
        }
    }
}
