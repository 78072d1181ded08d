using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The rankings beside the one that counts: by each weight set alone, and, where bodies dissent, by the judgements of each body alone.
internal static class SideRankings
{
    public static ImmutableArray<WeightSetResult> OfWeightSets(Judging judging, ImmutableArray<AreaRun> areas, CancellationToken cancellationToken) =>
        judging.Case.WeightSets.IsEmpty ? [] : RankedByEach(judging, areas, cancellationToken);

    public static ImmutableArray<BodyView> OfBodies(Judging judging, ImmutableArray<AreaRun> areas, OptionState[] options, CancellationToken cancellationToken) =>
        Array.Exists(options, static o => o.HasOpinions) ? RankedByBodies(judging, areas, options, cancellationToken) : [];

    private static ImmutableArray<WeightSetResult> RankedByEach(Judging judging, ImmutableArray<AreaRun> areas, CancellationToken cancellationToken) =>
        [.. judging.Case.WeightSets.Select((set, i) => new WeightSetResult(set, Ranked(judging, areas, a => a.Sets[i].Tree, static (_, _) => { }, cancellationToken)))];

    private static ImmutableArray<BodyView> RankedByBodies(Judging judging, ImmutableArray<AreaRun> areas, OptionState[] options, CancellationToken cancellationToken)
    {
        if (!options.Any(o => judging.Plan.Pack.AllCriteria.Any(c => o.OpinionOf(c.Index)?.Dissent == Truth.True)))
        {
            return [];
        }

        var views = ImmutableArray.CreateBuilder<BodyView>();
        foreach (var body in judging.Case.Assessors.Select(a => a.BodyId ?? "").Distinct(StringComparer.Ordinal))
        {
            var scorings = ScoringsOf(judging, body);
            views.Add(new BodyView(body, Ranked(judging, areas, static a => a.Tree, (tree, option) => JudgeBy(scorings, tree, option), cancellationToken)));
        }

        return views.DrainToImmutable();
    }

    private static ImmutableArray<RankedOption> Ranked(
        Judging judging, ImmutableArray<AreaRun> areas, Func<AreaRun, AppliedTree> treeOf, Action<AppliedTree, OptionState> change, CancellationToken cancellationToken)
    {
        var ranked = new List<RankedOption>();
        foreach (var area in areas)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tree = treeOf(area);
            var options = Array.ConvertAll(area.Options, static o => new OptionState(o));
            try
            {
                var scoring = new TreeScoring(tree, null);
                foreach (var option in options)
                {
                    if (option.IsScored)
                    {
                        change(tree, option);
                        scoring.Score(option);
                    }
                }
            }
            catch (OverflowException)
            {
                judging.AddWeightsTooLarge();
                return [];
            }

            Ranking.Rank(judging.Plan.Pack, options);
            ranked.AddRange(options.Where(o => o.Lowest is not null).Select(Publish));
        }

        return [.. ranked.OrderBy(r => r.Option.Index)];
    }

    // By the index of the criterion how a body alone scores it; nothing for what it did not judge at all.
    private static JudgedScoring?[] ScoringsOf(Judging judging, string body)
    {
        var alone = judging.Case.JudgedBy([.. judging.Case.Assessors.Where(a => string.Equals(a.BodyId ?? "", body, StringComparison.Ordinal))]);
        var judged = alone.Judgements.Select(j => j.CriterionId).ToHashSet(StringComparer.Ordinal);
        var scorings = new JudgedScoring?[judging.Plan.Pack.AllCriteria.Length];
        foreach (var criterion in judging.Plan.Pack.AllCriteria)
        {
            if (criterion.Leaf is JudgedLeaf leaf && judged.Contains(criterion.Id))
            {
                scorings[criterion.Index] = new JudgedScoring(alone, criterion, leaf, judging.DissentLimit!.Value);
            }
        }

        return scorings;
    }

    // What the body did not judge, or what may not apply, stays as it is.
    private static void JudgeBy(JudgedScoring?[] scorings, AppliedTree tree, OptionState option)
    {
        foreach (var node in tree.Leaves)
        {
            if (scorings[node.Index] is { } scoring && tree.DoubtOf(node.Criterion) is null)
            {
                option.Leaves[node.Index] = scoring.Score(option.Option);
            }
        }
    }

    private static RankedOption Publish(OptionState option)
    {
        var lowest = PlainNumber.Publish(option.Lowest!.Value);
        return new RankedOption(option.Option, option.Rank, option.IsTotalKnown ? lowest : null, lowest, PlainNumber.Publish(option.Highest!.Value));
    }
}
