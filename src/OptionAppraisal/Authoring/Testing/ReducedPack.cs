using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>Packs that hold only what a test expects, and what that reads.</summary>
internal static class ReducedPack
{
    /// <summary>The pack with one criterion, what is below it and what is above it.</summary>
    public static RulePack ForScore(RulePack pack, Criterion criterion)
    {
        var next = 0;
        return pack.With([], Prune(pack.Criteria, new HashSet<string>(StringComparer.Ordinal) { criterion.Id }, ref next), [], pack.NotInForce);
    }

    /// <summary>The pack with gates alone.</summary>
    public static RulePack ForGates(RulePack pack, IReadOnlySet<string> gates) =>
        pack.With([.. pack.Gates.Where(g => gates.Contains(g.Id))], [Nothing], [], pack.NotInForce);

    /// <summary>The pack with findings, and with the scores, gates and dissent that they read.</summary>
    public static RulePack ForFindings(RulePack pack, IReadOnlySet<string> findings)
    {
        ImmutableArray<Finding> kept = [.. pack.Findings.Where(f => findings.Contains(f.Id))];
        var read = kept.SelectMany(ExpressionsOf).SelectMany(Conclusions).ToList();
        var gates = Named(read, ofGates: true);
        var criteria = Named(read, ofGates: false);
        var next = 0;
        var pruned = Prune(pack.Criteria, criteria, ref next);
        return pack.With([.. pack.Gates.Where(g => gates.Contains(g.Id))], pruned.IsEmpty ? [Nothing] : pruned, kept, pack.NotInForce);
    }

    /// <summary>The pack as a made-up case goes through it: at once, or in the one stage that is looked at, whose earlier gates keep counting.</summary>
    public static RulePack OfMadeUp(RulePack pack, Stage? stage, bool hasAreas, bool goesThroughStages)
    {
        var areas = hasAreas ? pack.Areas : null;
        if (stage is null)
        {
            return pack.With(pack.Gates, pack.Criteria, pack.Findings, pack.NotInForce, goesThroughStages ? pack.Stages : [], areas);
        }

        var before = pack.Stages.Where(s => s.Index <= stage.Index).Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        var gates = pack.Gates.Where(g => g.Stages.IsEmpty || g.Stages.Any(before.Contains)).Select(g => g with { Stages = [] });
        var findings = pack.Findings.Where(f => f.Stages.IsEmpty || f.Stages.Contains(stage.Id, StringComparer.Ordinal));
        return pack.With([.. gates], pack.Criteria, [.. findings], pack.NotInForce, [stage with { Index = 0, Keeps = null }], areas);
    }

    /// <summary>The pack with its stages no longer choosing criteria: what is asked for alone is scored in any of them.</summary>
    public static RulePack WithAllCriteriaInStages(RulePack pack) => pack.Stages.IsEmpty
        ? pack
        : pack.With(
            pack.Gates, pack.Criteria, pack.Findings, pack.NotInForce, [.. pack.Stages.Select(s => s with { Criteria = [], Keeps = null, NeedsOfCase = [], NeedsOfOption = [], ReviewBy = null })], pack.Areas);

    // What stands in for a value tree where no score is expected: an appraisal has one.
    private static Criterion Nothing { get; } = new()
    {
        Id = "",
        Index = 0,
        Title = "",
        Weight = 1,
        Leaf = new FormulaLeaf(new ConstantExpression(Value.Of(0m), FactType.PlainNumber, default), default),
    };

    private static HashSet<string> Named(List<ConclusionExpression> read, bool ofGates) =>
        read.Where(c => c.Conclusion == ConclusionKind.Gate == ofGates).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);

    // A group of siblings of which some are left out keeps no weights: nobody asks for the value above it.
    private static ImmutableArray<Criterion> Prune(ImmutableArray<Criterion> siblings, HashSet<string> wanted, ref int next)
    {
        var kept = ImmutableArray.CreateBuilder<Criterion>();
        foreach (var criterion in siblings)
        {
            var index = next++;
            var isWhole = wanted.Contains(criterion.Id);
            var below = isWhole ? Number(criterion.Children, ref next) : Prune(criterion.Children, wanted, ref next);
            if (isWhole || !below.IsEmpty)
            {
                kept.Add(criterion with { Index = index, Children = below, Weight = 1 });
            }
            else
            {
                next = index;
            }
        }

        return kept.DrainToImmutable();
    }

    private static ImmutableArray<Criterion> Number(ImmutableArray<Criterion> siblings, ref int next)
    {
        var numbered = ImmutableArray.CreateBuilder<Criterion>(siblings.Length);
        foreach (var criterion in siblings)
        {
            var index = next++;
            numbered.Add(criterion with { Index = index, Children = Number(criterion.Children, ref next) });
        }

        return numbered.MoveToImmutable();
    }

    private static IEnumerable<Expression> ExpressionsOf(Finding finding) =>
        [finding.When, .. finding.Severities.Select(s => s.When).OfType<Expression>(), .. finding.Says.Select(s => s.Slot).OfType<Expression>()];

    // Derived facts read no conclusions, so the expression itself is all there is to look at.
    private static IEnumerable<ConclusionExpression> Conclusions(Expression expression)
    {
        var open = new Stack<Expression>([expression]);
        while (open.TryPop(out var at))
        {
            if (at is ConclusionExpression conclusion)
            {
                yield return conclusion;
            }

            foreach (var operand in at.Operands)
            {
                open.Push(operand);
            }
        }
    }
}
