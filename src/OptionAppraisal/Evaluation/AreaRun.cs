using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The options of one area, which stand against each other alone; all of them where there are no areas.
internal sealed class AreaRun(Judging judging, CaseRecord? area, OptionState[] options, CancellationToken cancellationToken)
{
    private AppliedTree? _tree;
    private List<(WeightSet Set, AppliedTree Tree)>? _sets;

    public OptionState[] Options { get; } = options;

    public AppliedTree Tree => _tree!;

    public IReadOnlyList<(WeightSet Set, AppliedTree Tree)> Sets => _sets ?? [];

    // An area without options has its recommendation, too: none.
    public static ImmutableArray<AreaRun> Of(Judging judging, OptionState[] options, CancellationToken cancellationToken)
    {
        if (judging.Plan.Pack.Areas is not { } list)
        {
            return [new AreaRun(judging, null, options, cancellationToken)];
        }

        return judging.Case.RecordsOf(list) is { } areas
            ? [.. areas.Select(a => new AreaRun(judging, a, [.. options.Where(o => ReferenceEquals(o.Option.Area, a))], cancellationToken))]
            : [];
    }

    public bool TryWeigh()
    {
        if (area is not null && Options.Length == 0)
        {
            // There is nothing to score, so it does not matter which criteria apply.
            _tree = AppliedTree.OfNothing(judging);
            _sets = [.. judging.Case.WeightSets.Select(s => (s, _tree))];
            return true;
        }

        if (AppliedTree.Of(judging, area) is not { } tree)
        {
            return false;
        }

        foreach (var set in judging.Case.WeightSets)
        {
            if (tree.WeighedBy(judging, set) is not { } weighed)
            {
                return false;
            }

            (_sets ??= []).Add((set, weighed));
        }

        _tree = _sets is null ? tree : tree.Combine([.. _sets.Select(s => s.Tree)]);
        return !judging.Bag.HasErrors;
    }

    public void JudgeLeaves() => JudgeLeaves(Tree.Top);

    public bool TryTotal()
    {
        try
        {
            var scoring = new TreeScoring(Tree, new TestimonyShare(judging, Tree));
            foreach (var option in Options)
            {
                if (option.IsScored)
                {
                    scoring.Score(option);
                }
            }

            return true;
        }
        catch (OverflowException)
        {
            judging.AddWeightsTooLarge();
            return false;
        }
    }

    public void Rank()
    {
        Ranking.Rank(judging.Plan.Pack, Options);
        if (judging.Stage?.Keeps is { } keeps)
        {
            ShortList.Keep(judging.Plan.Pack, keeps, Options);
        }
    }

    public Recommendation Recommend() => Recommending.Recommend(judging.Plan.Pack, area, Options);

    public ImmutableArray<DominancePair> Dominance(CancellationToken cancellation) => Evaluation.Dominance.Find(Tree, Options, cancellation);

    private void JudgeLeaves(AppliedNode[] nodes)
    {
        foreach (var node in nodes)
        {
            if (Tree.DoubtOf(node.Criterion) is { } doubt)
            {
                LeafJudge.LeaveOpen(node.Criterion, Options, doubt);
            }
            else if (node.Criterion.IsLeaf)
            {
                LeafJudge.JudgeAll(judging, node.Planned, Options, cancellationToken);
            }

            JudgeLeaves(node.Children);
        }
    }
}
