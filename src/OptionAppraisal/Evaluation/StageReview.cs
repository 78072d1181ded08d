using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// How a stage ends: stopped by those who say so; waiting for those who have not decided to go on; else passed, or the last.
internal static class StageReview
{
    public static StageResult End(Judging judging, ImmutableArray<string> incomplete)
    {
        if (judging.PlannedStage is not { } planned)
        {
            return StageResult.Only;
        }

        var stage = planned.Stage;
        var ended = stage.Index == judging.Plan.Stages.Length - 1 ? StageEnding.Last : StageEnding.Passed;
        if (planned.Reviewers is not { } rule)
        {
            return new StageResult(stage.Id, ended, [], incomplete) { Stage = stage };
        }

        if (ReviewersOf(judging, rule) is not { } reviewers)
        {
            // It is not known who decides.
            var gaps = new Gaps();
            judging.Explain(rule, Subject.Case, gaps);
            return new StageResult(stage.Id, StageEnding.Waiting, [], [.. incomplete.Union(gaps.Missing, StringComparer.Ordinal)]) { Stage = stage };
        }

        var decisions = reviewers.Select(r => DecisionOf(judging.Case, stage, r)).ToList();
        var stopped = reviewers.Where((_, i) => decisions[i]?.Decision == Decision.Stop).ToList();
        var undecided = reviewers.Where((_, i) => decisions[i]?.Decision is not (Decision.Proceed or Decision.ProceedWithChanges)).ToList();
        var (ending, by) = stopped.Count > 0 ? (StageEnding.Stopped, stopped) : undecided.Count > 0 ? (StageEnding.Waiting, undecided) : (ended, []);
        return new StageResult(stage.Id, ending, [.. by.Select(b => b.Id)], incomplete)
        {
            Stage = stage,
            Reviewers = [.. reviewers],
            Decisions = [.. decisions.OfType<BodyDecision>()],
        };
    }

    // Null where it is not known who they are.
    private static List<CaseRecord>? ReviewersOf(Judging judging, Rule rule)
    {
        var value = judging.Session.Conclude(rule, Subject.Case);
        return value.IsUnknown || value.List.Any(v => v.IsUnknown) ? null : [.. value.List.Select(v => v.Record).Distinct()];
    }

    private static BodyDecision? DecisionOf(AppraisalCase appraisalCase, Stage stage, CaseRecord body) =>
        appraisalCase.Decisions.FirstOrDefault(d =>
            string.Equals(d.StageId, stage.Id, StringComparison.Ordinal) && ReferenceEquals(d.Body, body) && (d.On <= appraisalCase.AsOf || !appraisalCase.IsAsOfKnown));
}
