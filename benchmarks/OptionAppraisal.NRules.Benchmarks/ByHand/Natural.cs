using System.Linq.Expressions;
using NRules;
using NRules.Fluent.Dsl;
using NRules.RuleModel;
using OptionAppraisal.Benchmarks.Workloads;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// The rules as somebody would first write them: a row fires where its condition holds and its table has no score yet, rows before others by
// priority, and every conclusion is a fact.
internal sealed class Natural
{
    private readonly ISessionFactory _factory = Rulebook.Compile(Rules());

    public Standing[] Appraise()
    {
        var session = _factory.CreateSession();
        session.InsertAll(TenTables.Bids.Select((b, i) => new OptionFacts(b, i)).Append<object>(new CaseFacts()));
        session.Fire();
        foreach (var score in session.Query<RowScore>())
        {
            score.Option.Score(score.Table, score.Score);
        }

        foreach (var outcome in session.Query<GateOutcome>().Where(g => !g.Passes))
        {
            outcome.Option.Fail(outcome.Gate);
        }

        return Totals.Of([.. session.Query<Measured>().OrderBy(m => m.Option.Index)]);
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

    // Linked facts would never end here: a score takes away what its own rule rests on.
    private sealed class FirstHit(int table, int row, Expression<Func<Measured, bool>> when, decimal score) : Rule
    {
        public override void Define()
        {
            Measured option = null!;
            Name($"table {table}, row {row}");
            Priority(5 - row);
            When().Match(() => option, when).Not<RowScore>(s => s.Table == table, s => s.Option == option);
            Then().Do(c => c.Insert(new RowScore(option, table, row, score)));
        }
    }
}
