using System.Runtime.InteropServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// One stage of an appraisal, or all of it where there are no stages. The passes in order: gates, criteria that apply, leaves, totals, ranks,
// short list, findings, decisions, the result.
internal sealed class StageRun
{
    private readonly Judging _judging;
    private readonly OptionEntry[] _entries;
    private readonly CancellationToken _cancellationToken;
    private readonly GateVerdict[] _caseGates;

    public StageRun(Judging judging, StageEntry entry, CancellationToken cancellationToken)
    {
        _judging = judging;
        _entries = entry.Options;
        _cancellationToken = cancellationToken;
        _caseGates = JudgeGates(RuleScopeKind.Case, Subject.Case, [], entry.CaseGates);
    }

    // Null where there are errors, which are in the bag.
    public StageOutcome? Appraise()
    {
        var options = new OptionState[_judging.Case.Options.Length];
        for (var i = 0; i < options.Length; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var option = _judging.Case.Options[i];
            var entry = _entries[i];
            options[i] = new OptionState(
                _judging, option, entry.Left is null ? JudgeGates(RuleScopeKind.Option, Subject.Of(option), _caseGates, entry.Verdicts) : entry.Verdicts, entry);
        }

        var areas = AreaRun.Of(_judging, options, _cancellationToken);
        if (!All(areas, a => a.TryWeigh()))
        {
            return null;
        }

        foreach (var area in areas)
        {
            area.JudgeLeaves();
        }

        if (_judging.Bag.HasErrors || !All(areas, a => a.TryTotal()))
        {
            return null;
        }

        foreach (var area in areas)
        {
            area.Rank();
        }

        _judging.Session.Learn(new Conclusions(_judging, options, _caseGates));
        var needs = StageNeeds.Incomplete(_judging, options);
        var result = new AppraisalResult
        {
            Case = _judging.Case,
            Pack = _judging.Plan.Pack,
            Stage = StageReview.End(_judging, needs),
            Recommendations = RecommendationsOf(areas),
            Options = ResultsOf(options),
            Findings = FindingRaiser.OfCaseAndRecords(_judging),
            Dominance = options.Length > LaterDominance.MostOptions ? LaterDominance.Find(areas, _cancellationToken) : [],
            LaterDominance = options.Length > LaterDominance.MostOptions ? null : new LaterDominance(areas),
            Dissent = Dissents(options),
            WeightSets = SideRankings.OfWeightSets(_judging, areas, _cancellationToken),
            DissentLimit = _judging.DissentLimit ?? _judging.Plan.Pack.DissentLimit,
            BodyViews = SideRankings.OfBodies(_judging, areas, options, _cancellationToken),
        };
        return _judging.Bag.HasErrors ? null : new StageOutcome(result, _judging.Stage is null ? null : ToNextStage(options));
    }

    // Gates of the case are told apart from the options, which may all have left before.
    private StageEntry ToNextStage(OptionState[] options)
    {
        var caseGates = new GateVerdict[_caseGates.Length];
        for (var i = 0; i < caseGates.Length; i++)
        {
            caseGates[i] = _caseGates[i].Counts ? new GateVerdict(_caseGates[i].ResultOf(_judging, _judging.Plan.Gates[i], null)) : default;
        }

        return new StageEntry(Array.ConvertAll(options, static o => o.ToNextStage()), caseGates);
    }

    private static ImmutableArray<Recommendation> RecommendationsOf(ImmutableArray<AreaRun> areas)
    {
        var recommendations = new Recommendation[areas.Length];
        for (var i = 0; i < recommendations.Length; i++)
        {
            recommendations[i] = areas[i].Recommend();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(recommendations);
    }

    // Every one, so that all problems are found.
    private static bool All(ImmutableArray<AreaRun> areas, Func<AreaRun, bool> step)
    {
        var succeeded = true;
        foreach (var area in areas)
        {
            succeeded &= step(area);
        }

        return succeeded;
    }

    // The gates of one scope that count in the stage; those of another scope keep the verdicts given, those of earlier stages keep counting.
    private GateVerdict[] JudgeGates(RuleScopeKind scope, Subject subject, GateVerdict[] others, GateVerdict[] earlier)
    {
        var gates = _judging.Plan.Gates;
        var verdicts = new GateVerdict[gates.Length];
        for (var i = 0; i < verdicts.Length; i++)
        {
            var gate = gates[i].Gate;
            if (gate.Scope.Kind != scope)
            {
                verdicts[i] = i < others.Length ? others[i] : default;
                continue;
            }

            if (!_judging.IsOfStage(gate.Stages))
            {
                verdicts[i] = i < earlier.Length ? earlier[i] : default;
                continue;
            }

            try
            {
                verdicts[i] = GateJudge.Judge(_judging, gates[i], subject);
            }
            catch (JudgingException error) when (Judging.MayGoOn(error))
            {
                _judging.Bag.Add(error.Diagnostic);
                verdicts[i] = GateJudge.NotJudged(gate);
            }
        }

        return verdicts;
    }

    private ImmutableArray<OptionResult> ResultsOf(OptionState[] options)
    {
        var results = new OptionResult[options.Length];
        for (var i = 0; i < results.Length; i++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            results[i] = ResultOf(options[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(results);
    }

    private OptionResult ResultOf(OptionState option)
    {
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
            LeftIn = option.LeftIn,
            IsKept = option.IsKept,
            Gates = [],
            LaterGates = option,
            Criteria = [],
            LaterCriteria = option.Tree,
            Findings = FindingRaiser.Of(_judging, option.Option),
        };
    }

    private static decimal? Publish(decimal? figure) => figure is { } known ? PlainNumber.Publish(known) : null;

    private ImmutableArray<DissentResult> Dissents(OptionState[] options)
    {
        if (!Array.Exists(options, static o => o.HasOpinions))
        {
            return [];
        }

        var results = ImmutableArray.CreateBuilder<DissentResult>();
        foreach (var criterion in _judging.Plan.Pack.AllCriteria)
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

// What a stage came to, and what the next one is told; null where there are no stages.
internal sealed record StageOutcome(AppraisalResult Result, StageEntry? Next);
