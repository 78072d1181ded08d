using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Tests.Evaluation;

// A small random pack over facts of small domains, and a case of which some facts and judgements are not known. The same for the same seed.
internal sealed class RandomPack
{
    private const int MostCompletions = 64;
    private static readonly object[] Flags = [true, false];
    private static readonly object[] Numbers = [0m, 1m, 3m];
    private static readonly object[] Members = ["low", "high"];
    private static readonly object[] Judgements = [0m, 35m, 100m];
    private static readonly ChoiceType Choice = new([new ChoiceMember("low", null), new ChoiceMember("high", null)]);
    private readonly int _seed;
    private readonly List<(string Owner, string Name, object[] Domain)> _cells = [];

    public RandomPack(int seed)
    {
        _seed = seed;
        var random = new Random(seed * 7919);
        var options = random.Next(1, 4);
        foreach (var owner in Enumerable.Range(0, options).Select(i => $"o{i}"))
        {
            _cells.AddRange([(owner, "flag", Flags), (owner, "x", Numbers), (owner, "y", Numbers), (owner, "level", Members)]);
            _cells.AddRange([(owner, "judge.p", Judgements), (owner, "judge.q", Judgements)]);
            _cells.AddRange([(owner, "signs.aims", Flags), (owner, "signs.staff", Flags)]);
        }

        _cells.AddRange([("case", "c", Flags), ("case", "n", Numbers)]);
        var known = _cells.Select(c => c.Domain[random.Next(c.Domain.Length)]).ToArray();

        // A few are hidden, and no more than can be tried in every combination.
        var hidden = new HashSet<int>();
        var combinations = 1;
        for (var i = random.Next(0, 6); i > 0; i--)
        {
            var cell = random.Next(_cells.Count);
            if (!hidden.Contains(cell) && combinations * _cells[cell].Domain.Length <= MostCompletions)
            {
                combinations *= _cells[cell].Domain.Length;
                hidden.Add(cell);
            }
        }

        Partial = [.. known.Select((k, i) => hidden.Contains(i) ? null : k)];
    }

    public object?[] Partial { get; }

    public IEnumerable<object?[]> Completions()
    {
        var hidden = Enumerable.Range(0, _cells.Count).Where(i => Partial[i] is null).ToArray();
        var count = hidden.Aggregate(1, (n, i) => n * _cells[i].Domain.Length);
        for (var n = 0; n < count; n++)
        {
            var complete = (object?[])Partial.Clone();
            var rest = n;
            foreach (var cell in hidden)
            {
                complete[cell] = _cells[cell].Domain[rest % _cells[cell].Domain.Length];
                rest /= _cells[cell].Domain.Length;
            }

            yield return complete;
        }
    }

    public AppraisalOutcome Try(object?[] values)
    {
        var sketch = new Sketch();
        var random = new Random(_seed);
        Rules(sketch, random);
        sketch.Assessor("p", "pct");
        sketch.Assessor("q", "council");
        foreach (var owner in _cells.Zip(values, (c, v) => (c.Owner, c.Name, Value: v)).GroupBy(c => c.Owner, StringComparer.Ordinal))
        {
            var facts = owner.Where(c => !c.Name.Contains('.', StringComparison.Ordinal)).Select(c => (c.Name, c.Value))
                .Append(("signs", owner.Where(c => c.Name.StartsWith("signs", StringComparison.Ordinal)).Select(c => c.Value).ToArray())).ToArray();
            if (owner.Key == "case")
            {
                sketch.Case(facts);
                continue;
            }

            sketch.Option(owner.Key, facts);
            foreach (var score in owner.Where(c => c.Name.StartsWith("judge", StringComparison.Ordinal)))
            {
                for (var i = 0; i < 4; i++)
                {
                    sketch.Judge($"c{i}", owner.Key, score.Name[^1..], (decimal?)score.Value);
                }
            }
        }

        return sketch.Try();
    }

    private static void Rules(Sketch sketch, Random random)
    {
        for (var i = random.Next(0, 3); i > 0; i--)
        {
            var applies = random.Next(3) == 0 ? Condition(sketch, random, 1) : null;
            var onFail = random.Next(3) == 0 ? GateFailure.ShowOnly : GateFailure.Exclude;
            sketch.Gates.Add(Write.Gate($"g{i}", Condition(sketch, random, 2), applies, onFail));
        }

        // The first leaf always has weight, so that no group is without.
        var leaves = Enumerable.Range(0, random.Next(1, 5)).Select(i => Leaf(sketch, random, i)).ToList();
        if (random.Next(2) == 0 && leaves.Count > 2)
        {
            sketch.Criteria.AddRange([Write.Branch("branch", random.Next(1, 4), [.. leaves.Take(2)]), .. leaves.Skip(2)]);
        }
        else
        {
            sketch.Criteria.AddRange(leaves);
        }
    }

    private static Criterion Leaf(Sketch sketch, Random random, int index)
    {
        var weight = index is 0 or 2 ? random.Next(1, 6) : random.Next(0, 6);
        var applies = index > 0 && random.Next(5) == 0 ? sketch.OfCase("c", FactType.Boolean) : null;
        var scale = random.Next(4) == 0 ? new Scale(-20, 60) : Scale.Default;
        var kind = random.Next(10);
        var rule = kind switch
        {
            0 => Write.Bands(Number(sketch, random, 1), 0, (2, 50), (0, random.Next(0, 60))),
            1 => Write.Levels(Level(sketch), ("low", random.Next(0, 60)), ("high", random.Next(0, 60))),
            2 => Write.Curve(Number(sketch, random, 1), (0, 10), (1, 45), (3, random.Next(0, 60))),
            3 => Write.Linear(Number(sketch, random, 1), Write.At(0), Write.At(3)),
            4 => Write.Linear(Number(sketch, random, 1), Write.Lowest, Write.Highest),
            5 => random.Next(2) == 0 ? Write.Linear(Number(sketch, random, 0), Write.Highest, Write.At(0)) : Write.Linear(Number(sketch, random, 0), Write.At(0), Write.Highest),
            6 => Write.Formula(Number(sketch, random, 2)),
            7 => Write.Judged(random.Next(2) == 0 ? BodyCombination.LowestBody : BodyCombination.MeanOfBodies),
            _ => Table(sketch, random),
        };
        return Write.Leaf($"c{index}", rule, weight, rule is JudgedLeaf ? null : scale, applies);
    }

    private static LeafRule Table(Sketch sketch, Random random)
    {
        var policy = (HitPolicy)random.Next(8);
        var rows = Enumerable.Range(0, random.Next(1, 4)).Select(_ => (Condition(sketch, random, 2), (decimal)random.Next(-5, 60), (decimal)random.Next(3))).ToArray();
        return Write.Table(policy, policy != HitPolicy.CollectCount && random.Next(3) > 0 ? random.Next(0, 60) : null, rows);
    }

    private static Expression Condition(Sketch sketch, Random random, int depth) => random.Next(depth > 0 ? 11 : 5) switch
    {
        0 => sketch.OfOption("flag", FactType.Boolean),
        1 => sketch.OfCase("c", FactType.Boolean),
        2 => Write.Compare(Level(sketch), ComparisonOperator.Equal, Write.Choice("high", Choice)),
        3 or 4 => Write.Compare(Number(sketch, random, depth - 1), (ComparisonOperator)random.Next(6), Write.Number(random.Next(4))),
        5 => Write.And(Condition(sketch, random, depth - 1), Condition(sketch, random, depth - 1)),
        6 => Write.Or(Condition(sketch, random, depth - 1), Condition(sketch, random, depth - 1)),
        7 => Write.Not(Condition(sketch, random, depth - 1)),
        8 => sketch.OfMember(Signs(sketch), random.Next(2) == 0 ? "aims" : "staff"),
        9 => random.Next(2) == 0 ? Write.Call(random.Next(2) == 0 ? "all" : "any", Signs(sketch)) : Write.Some(Signs(sketch), Write.Local(0, FactType.Boolean)),
        _ => Write.Some(
            Write.ListOf(sketch.OfOption("x"), sketch.OfOption("y"), Write.Number(2)),
            Write.Compare(Write.Local(0, FactType.PlainNumber), ComparisonOperator.Greater, sketch.OfCase("n"))),
    };

    private static Expression Number(Sketch sketch, Random random, int depth) => random.Next(depth > 0 ? 8 : 3) switch
    {
        0 => sketch.OfOption("x"),
        1 => sketch.OfOption("y"),
        2 => sketch.OfCase("n"),
        3 => Write.Arithmetic(Number(sketch, random, depth - 1), (ArithmeticOperator)random.Next(3), Number(sketch, random, depth - 1)),
        4 => Write.Divide(Number(sketch, random, depth - 1), Write.Number(2)),
        6 => DerivedTable(sketch, random, depth - 1),
        5 => Write.If(Condition(sketch, random, depth - 1), Number(sketch, random, depth - 1), Number(sketch, random, depth - 1)),
        _ => Write.Call("max", Write.ListOf(sketch.OfOption("x"), sketch.OfOption("y"))),
    };

    // A table that gives a value, in place of an expression.
    private static DerivedTableExpression DerivedTable(Sketch sketch, Random random, int depth)
    {
        var rows = Enumerable.Range(1, random.Next(1, 4))
            .Select(i => new DerivedTableRow(i, Condition(sketch, random, depth), Number(sketch, random, depth), random.Next(3), null, [], null, Write.Place($"row {i}"))).ToList();
        rows.Add(new DerivedTableRow(rows.Count + 1, null, Number(sketch, random, depth), 0, null, [], null, Write.Place("otherwise")));
        return new DerivedTableExpression(FactType.PlainNumber, (HitPolicy)random.Next(4), [.. rows], Write.Place("table"));
    }

    private static OptionFactExpression Signs(Sketch sketch) => sketch.OfMembers("signs", FactType.Boolean, "aims", "staff");

    private static OptionFactExpression Level(Sketch sketch) => sketch.OfOption("level", Choice);
}
