using System.Linq.Expressions;
using NRules;
using NRules.Fluent.Dsl;
using OptionAppraisal.Benchmarks.Workloads;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// The best that rules of rows can do: every row excludes the others by one condition of its own, an option is one fact that its score is written
// into, derived facts are worked out as it is made, gates speak where they fail.
internal sealed class Exclusive(bool otherwiseIsARule)
{
    private readonly ISessionFactory _factory = Rulebook.Compile(Rules(otherwiseIsARule));

    public Standing[] Appraise()
    {
        var facts = new CaseFacts();
        var bids = TenTables.Bids;
        var baseline = new OptionFacts(bids[0], 0);
        var options = new Measured[bids.Length];
        for (var i = 0; i < options.Length; i++)
        {
            options[i] = new Measured(i == 0 ? baseline : new OptionFacts(bids[i], i), baseline, facts);
        }

        if (!otherwiseIsARule)
        {
            foreach (var option in options)
            {
                for (var i = 0; i < Tables.Count; i++)
                {
                    option.Scores[i] = Tables.All[i].Otherwise;
                }
            }
        }

        var session = _factory.CreateSession();
        session.InsertAll(options);
        session.Fire();
        return Totals.Of(options);
    }

    private static IEnumerable<Rule> Rules(bool otherwiseIsARule)
    {
        foreach (var gate in Tables.Gates)
        {
            yield return new GateRule(gate.Gate, gate.Fails);
        }

        foreach (var table in Tables.All)
        {
            var number = 1;
            foreach (var row in table.Rows)
            {
                yield return new RowRule(table.Number, number++, row.When, row.Score);
            }

            if (otherwiseIsARule)
            {
                yield return new RowRule(table.Number, number, table.NoRow, table.Otherwise);
            }
        }
    }

    private sealed class GateRule(Gate gate, Expression<Func<Measured, bool>> fails) : Rule
    {
        public override void Define()
        {
            Measured option = null!;
            Name($"{gate}");
            When().Match(() => option, fails);
            Then().Do(_ => option.Fail(gate));
        }
    }

    private sealed class RowRule(int table, int row, Expression<Func<Measured, bool>> when, decimal score) : Rule
    {
        public override void Define()
        {
            Measured option = null!;
            Name($"table {table}, row {row}");
            When().Match(() => option, when);
            Then().Do(_ => option.Score(table, score));
        }
    }
}
