using System.Runtime.InteropServices;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

/// <summary>The pass from a plan and a case to an appraisal, whatever the engine.</summary>
/// <remarks>The passes in order: criteria that apply, gates, leaves, totals, ranks, findings, the result.</remarks>
public static class AppraisalRun
{
    /// <summary>Appraises a case.</summary>
    /// <param name="plan">The plan of the pack that the case was read for.</param>
    /// <param name="appraisalCase">The case.</param>
    /// <param name="engine">The engine that judges the rules.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A result, or every problem found.</returns>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static AppraisalOutcome Run(EvaluationPlan plan, AppraisalCase appraisalCase, IEvaluationEngine engine, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        ArgumentNullException.ThrowIfNull(engine);
        cancellationToken.ThrowIfCancellationRequested();
        var bag = new DiagnosticBag();
        using var session = engine.Open(plan, appraisalCase, null, cancellationToken);
        AppraisalResult? result = null;
        try
        {
            result = Appraise(new Judging(plan, appraisalCase, session, bag), cancellationToken);
        }
        catch (JudgingException error)
        {
            bag.Add(error.Diagnostic);
        }

        return bag.HasErrors ? new AppraisalOutcome(null, bag.ToSorted()) : new AppraisalOutcome(result, bag.ToSorted());
    }

    private static AppraisalResult? Appraise(Judging judging, CancellationToken cancellationToken)
    {
        var plan = judging.Plan;
        if (!TryWeigh(judging, out var tree))
        {
            return null;
        }

        var caseGates = JudgeGates(judging, RuleScopeKind.Case, Subject.Case, []);
        var options = new OptionState[judging.Case.Options.Length];
        for (var i = 0; i < options.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var option = judging.Case.Options[i];
            options[i] = new OptionState(judging, option, JudgeGates(judging, RuleScopeKind.Option, Subject.Of(option), caseGates));
        }

        JudgeLeaves(judging, tree.Top, tree, options, cancellationToken);
        if (judging.Bag.HasErrors || !TryTotal(judging, tree, options))
        {
            return null;
        }

        Ranking.Rank(plan.Pack, options);
        judging.Session.Learn(new Conclusions(judging, options, caseGates));
        return new AppraisalResult
        {
            Case = judging.Case,
            Pack = plan.Pack,
            Stage = StageResult.Only,
            Recommendations = [Recommending.Recommend(plan.Pack, options)],
            Options = ResultsOf(judging, options, cancellationToken),
            Findings = FindingRaiser.OfCaseAndRecords(judging),
            Dominance = Dominance.Find(tree, options, cancellationToken),
            Dissent = Dissents(plan, options),
        };
    }

    private static bool TryWeigh(Judging judging, out AppliedTree tree)
    {
        tree = null!;
        try
        {
            tree = AppliedTree.Of(judging);
            return !judging.Bag.HasErrors;
        }
        catch (OverflowException)
        {
            AddWeightsTooLarge(judging);
            return false;
        }
    }

    // The gates of one scope; those of another keep the verdicts given.
    private static GateVerdict[] JudgeGates(Judging judging, RuleScopeKind scope, Subject subject, GateVerdict[] others)
    {
        var gates = judging.Plan.Gates;
        var verdicts = new GateVerdict[gates.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            if (gates[i].Gate.Scope.Kind != scope)
            {
                verdicts[i] = i < others.Length ? others[i] : default;
                continue;
            }

            try
            {
                verdicts[i] = GateJudge.Judge(judging, gates[i], subject);
            }
            catch (JudgingException error) when (Judging.MayGoOn(error))
            {
                judging.Bag.Add(error.Diagnostic);
                verdicts[i] = GateJudge.NotJudged(gates[i].Gate);
            }
        }

        return verdicts;
    }

    private static void JudgeLeaves(Judging judging, AppliedNode[] nodes, AppliedTree tree, OptionState[] options, CancellationToken cancellationToken)
    {
        foreach (var node in nodes)
        {
            if (tree.DoubtOf(node.Criterion) is { } doubt)
            {
                LeafJudge.LeaveOpen(node.Criterion, options, doubt);
            }
            else if (node.Criterion.IsLeaf)
            {
                LeafJudge.JudgeAll(judging, node.Planned, options, cancellationToken);
            }

            JudgeLeaves(judging, node.Children, tree, options, cancellationToken);
        }
    }

    private static bool TryTotal(Judging judging, AppliedTree tree, OptionState[] options)
    {
        try
        {
            var scoring = new TreeScoring(judging, tree, new TestimonyShare(judging, tree));
            foreach (var option in options)
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
            AddWeightsTooLarge(judging);
            return false;
        }
    }

    private static void AddWeightsTooLarge(Judging judging) => judging.Bag.Add(
        JudgingCodes.NumberTooLarge,
        judging.Plan.Criteria[0].Criterion.Span,
        "weights times scores make a number larger than can be held exactly",
        "use smaller weights, such as parts of 100, and scales such as 0 to 100");

    private static ImmutableArray<OptionResult> ResultsOf(Judging judging, OptionState[] options, CancellationToken cancellationToken)
    {
        var results = new OptionResult[options.Length];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = ResultOf(judging, options[i], cancellationToken);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    private static OptionResult ResultOf(Judging judging, OptionState option, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lowest = Publish(option.Lowest);
        return new OptionResult
        {
            Option = option.Option,
            Status = option.Status,
            Rank = option.Rank,
            Total = option.IsTotalKnown ? lowest : null,
            Lowest = lowest,
            Highest = option.IsTotalKnown ? lowest : Publish(option.Highest),
            RankedOn = option.RankedOn == option.Lowest ? lowest : Publish(option.RankedOn),
            WeightedScore = Publish(option.WeightedScore),
            TestimonyShare = Publish(option.TestimonyShare),
            Gates = [],
            LaterGates = option,
            Criteria = [],
            LaterCriteria = option.Tree,
            Findings = FindingRaiser.Of(judging, option.Option),
        };
    }

    private static decimal? Publish(decimal? figure) => figure is { } known ? PlainNumber.Publish(known) : null;

    private static ImmutableArray<DissentResult> Dissents(EvaluationPlan plan, OptionState[] options)
    {
        if (!Array.Exists(options, static o => o.HasOpinions))
        {
            return [];
        }

        var results = ImmutableArray.CreateBuilder<DissentResult>();
        foreach (var criterion in plan.Pack.AllCriteria)
        {
            foreach (var option in options)
            {
                if (option.OpinionOf(criterion.Index) is { Dissent: Truth.True } opinion)
                {
                    results.Add(new DissentResult(criterion, option.Option, opinion.Bodies));
                }
            }
        }

        return results.DrainToImmutable();
    }
}
