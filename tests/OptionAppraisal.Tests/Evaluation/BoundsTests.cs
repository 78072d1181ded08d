using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Evaluation;

// Every completion of what is missing lies within the bounds: by enumeration over small random packs and partial cases.
public sealed class BoundsTests
{
    private const decimal Tolerance = 0.000000000001m;

    [Fact]
    public void Every_completion_gives_scores_and_totals_within_the_bounds()
    {
        var packs = 0;
        var completed = 0;
        var open = 0;
        for (var seed = 1; packs < 2_500; seed++)
        {
            var random = new RandomPack(seed);
            if (random.Try(random.Partial) is not { Result: { } partial })
            {
                continue;
            }

            packs++;
            open += partial.Options.Count(o => o.Lowest != o.Highest);
            foreach (var completion in random.Completions())
            {
                if (random.Try(completion).Result is { } result)
                {
                    completed++;
                    CheckWithin(partial, result, $"seed {seed}");
                }
            }
        }

        // The test is worth something only while it meets things not known and completions without errors.
        completed.ShouldBeGreaterThan(20_000);
        open.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void The_bounds_of_a_table_of_independent_facts_are_attained()
    {
        for (var seed = 1; seed <= 3_000; seed++)
        {
            var random = new Random(seed);
            var policy = (HitPolicy)(seed % 8);
            var rows = random.Next(1, 5);
            var scores = Enumerable.Range(0, rows).Select(_ => (decimal)random.Next(-9, 10)).ToArray();
            var priorities = Enumerable.Range(0, rows).Select(_ => (decimal)random.Next(0, 3)).ToArray();
            decimal? otherwise = policy != HitPolicy.CollectCount && random.Next(2) == 0 ? random.Next(-9, 10) : null;
            var facts = Enumerable.Range(0, rows).Select(_ => random.Next(3) switch { 0 => true, 1 => false, _ => (bool?)null }).ToArray();

            var partial = Score(policy, scores, priorities, otherwise, facts);
            var unknown = Enumerable.Range(0, rows).Where(i => facts[i] is null).ToArray();
            var attained = Enumerable.Range(0, 1 << unknown.Length)
                .Select(bits => facts.Select((f, i) => f ?? (bits >> Array.IndexOf(unknown, i) & 1) == 1).Cast<bool?>().ToArray())
                .Select(complete => Score(policy, scores, priorities, otherwise, complete))
                .OfType<CriterionResult>()
                .Select(c => c.Score!.Value)
                .ToList();
            if (attained.Count > 0)
            {
                partial.ShouldNotBeNull($"seed {seed}");
                partial.Lowest.ShouldBe(attained.Min(), $"seed {seed}");
                partial.Highest.ShouldBe(attained.Max(), $"seed {seed}");
            }
            else
            {
                partial.ShouldBeNull($"seed {seed}");
            }
        }
    }

    private static CriterionResult? Score(HitPolicy policy, decimal[] scores, decimal[] priorities, decimal? otherwise, bool?[] facts)
    {
        var sketch = new Sketch();
        var rows = scores.Select((s, i) => ((Expression)sketch.OfOption($"f{i}", FactType.Boolean), s, priorities[i])).ToArray();
        sketch.Criteria.Add(Write.Leaf("c", Write.Table(policy, otherwise, rows), scale: new Scale(-1_000, 1_000)));
        sketch.Option("a", [.. facts.Select((f, i) => ($"f{i}", (object?)f))]);
        return sketch.Try().Result?.Options[0].Criteria[0];
    }

    private static void CheckWithin(AppraisalResult partial, AppraisalResult complete, string seed)
    {
        for (var i = 0; i < partial.Options.Length; i++)
        {
            var (open, known) = (partial.Options[i], complete.Options[i]);
            CheckGates(open, known, seed);
            if (known.Status == OptionStatus.Excluded)
            {
                open.Status.ShouldBeOneOf(OptionStatus.Excluded, OptionStatus.Unresolved);
                continue;
            }

            known.Lowest!.Value.ShouldBeGreaterThanOrEqualTo(open.Lowest!.Value - Tolerance, seed);
            known.Highest!.Value.ShouldBeLessThanOrEqualTo(open.Highest!.Value + Tolerance, seed);
            if (open.Status == OptionStatus.Eligible)
            {
                known.Status.ShouldBe(OptionStatus.Eligible, seed);
            }

            var scored = Flatten(open.Criteria).ToDictionary(c => c.Criterion.Id, StringComparer.Ordinal);
            foreach (var criterion in Flatten(known.Criteria))
            {
                var bounds = scored[criterion.Criterion.Id];
                criterion.Lowest.ShouldBeGreaterThanOrEqualTo(bounds.Lowest - Tolerance, $"{seed} {criterion.Criterion.Id}");
                criterion.Highest.ShouldBeLessThanOrEqualTo(bounds.Highest + Tolerance, $"{seed} {criterion.Criterion.Id}");
                (bounds.Score is null).ShouldBe(bounds.Lowest != bounds.Highest, seed);
                if (bounds.Score is null && bounds.Criterion.IsLeaf)
                {
                    bounds.Missing.ShouldNotBeEmpty($"{seed} {criterion.Criterion.Id}");
                }
            }
        }
    }

    private static void CheckGates(OptionResult open, OptionResult known, string seed)
    {
        for (var i = 0; i < open.Gates.Length; i++)
        {
            if (open.Gates[i].Outcome is GateOutcome.Pass)
            {
                known.Gates[i].Outcome.ShouldBeOneOf([GateOutcome.Pass, GateOutcome.NotApplicable], seed);
            }
            else if (open.Gates[i].Outcome != GateOutcome.Unknown)
            {
                known.Gates[i].Outcome.ShouldBe(open.Gates[i].Outcome, seed);
            }
        }
    }

    private static IEnumerable<CriterionResult> Flatten(IEnumerable<CriterionResult> criteria) => criteria.SelectMany(c => Flatten(c.Children).Prepend(c));
}
