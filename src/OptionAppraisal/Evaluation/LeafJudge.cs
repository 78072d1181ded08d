using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation.Exact;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// Scores a leaf for all options: by its kind, then cut to its scale. Errors are collected and the other options carried on with.
internal static class LeafJudge
{
    public static void JudgeAll(Judging judging, PlannedCriterion node, OptionState[] options, CancellationToken cancellationToken)
    {
        var score = node.Criterion.Leaf is TableLeaf ? null : ScoringOf(judging, node, options);
        foreach (var option in options)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (option.IsScored)
            {
                option.Leaves[node.Criterion.Index] = Judge(judging, node, option, score);
            }
        }
    }

    private static Func<OptionState, LeafScore> ScoringOf(Judging judging, PlannedCriterion node, OptionState[] options) => node.Criterion.Leaf switch
    {
        LinearLeaf leaf => new LinearScoring(judging, node, leaf, options).Score,
        JudgedLeaf leaf => ByPeople(judging, node, leaf, options),
        _ => o => LookUpScoring.Score(judging, node, o.Option),
    };

    // Whether the criterion applies is not known: its score has the scale as bounds, and nothing is said of dissent.
    public static void LeaveOpen(Criterion criterion, OptionState[] options, Gaps doubt)
    {
        foreach (var option in options)
        {
            option.SetOpinion(criterion.Index, new Opinion(Truth.Unknown, [], doubt));
            if (criterion.IsLeaf && option.IsScored)
            {
                option.Leaves[criterion.Index] = LeafScore.Anything(criterion.Scale, doubt);
            }
        }
    }

    private static Func<OptionState, LeafScore> ByPeople(Judging judging, PlannedCriterion node, JudgedLeaf leaf, OptionState[] options)
    {
        var limit = judging.DissentLimit ?? throw JudgingErrors.ParameterNotYet(judging.Plan.Pack.Parameters.First(p => p.Id == "dissent_limit"), judging.Case.AsOf);
        var scoring = new JudgedScoring(judging.Case, node.Criterion, leaf, limit);
        foreach (var option in options)
        {
            option.SetOpinion(node.Criterion.Index, scoring.OpinionOf(option.Option));
        }

        return o => scoring.Score(o.Option);
    }

    private static LeafScore? Judge(Judging judging, PlannedCriterion node, OptionState option, Func<OptionState, LeafScore>? score)
    {
        try
        {
            var judged = score is null ? TableScoring.Score(judging, node, ((TableLeaf)node.Criterion.Leaf!).Table, option.Option) : score(option);
            return judged.IsOnScale ? judged : Cut(node.Criterion, option.Option, judged);
        }
        catch (JudgingException error) when (Judging.MayGoOn(error))
        {
            judging.Bag.Add(error.Diagnostic);
        }
        catch (OverflowException)
        {
            judging.Bag.Add(
                JudgingCodes.NumberTooLarge,
                node.Criterion.Leaf!.Span,
                $"scoring `{node.Criterion.Id}` for the option `{option.Option.Id}` makes a number larger than can be held exactly",
                "work in larger units, such as thousands of pounds, or correct the figures that it is made of");
        }

        return null;
    }

    // Bounds are cut to the scale; a score that lies off it whatever else is known is an error.
    private static LeafScore Cut(Criterion criterion, AppraisalOption option, LeafScore score)
    {
        var scale = criterion.Scale;
        if (score.Low > scale.High || score.High < scale.Low)
        {
            throw OffScale(criterion, option, score);
        }

        return score.Low >= scale.Low && score.High <= scale.High ? score : score.Within(scale.Cut(score.Low), scale.Cut(score.High));
    }

    private static JudgingException OffScale(Criterion criterion, AppraisalOption option, LeafScore score)
    {
        var scale = $"{PlainNumber.Format(criterion.Scale.Low)} to {PlainNumber.Format(criterion.Scale.High)}";
        var given = score.IsKnown ? PlainNumber.Format(score.Low) : $"{PlainNumber.Format(score.Low)} to {PlainNumber.Format(score.High)}";
        return new JudgingException(new Diagnostic(
            JudgingCodes.ScoreOffScale,
            criterion.Leaf!.Span,
            $"the score of `{criterion.Id}` for the option `{option.Id}` is {given}, off its scale of {scale}",
            $"change the rule so that it gives {scale}, or give the criterion another `scale:`; scores are never clamped"));
    }
}
