using System.Runtime.CompilerServices;
using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>What a test's case comes to, as far as the test asks: no more is judged than is expected.</summary>
internal sealed class Answers
{
    private static readonly ConditionalWeakTable<RulePack, EvaluationPlan> Plans = [];

    private readonly GivenCase _given;
    private readonly Expectations _expected;
    private readonly IEvaluationEngine _engine;
    private readonly CancellationToken _cancellationToken;
    private readonly RulePack _parts;
    private Answer? _gates;
    private Answer? _findings;

    public Answers(GivenCase given, Expectations expected, IEvaluationEngine engine, CancellationToken cancellationToken)
    {
        _given = given;
        _expected = expected;
        _engine = engine;
        _cancellationToken = cancellationToken;
        Law = LawOfTheDay.On(given.Pack, given.Case);
        var hasAreas = !given.IsMadeUp || given.Case.Options.Any(o => o.Area is not null);
        _parts = ReducedPack.WithAllCriteriaInStages(ReducedPack.OfMadeUp(Law, given.Stage, hasAreas, goesThroughStages: false));
        if (!given.IsMadeUp)
        {
            Whole = Run(Plans.GetValue(Law, PlanBuilder.Build));
        }
        else if (expected.IsOfTheWhole)
        {
            Whole = Run(PlanBuilder.Build(ReducedPack.OfMadeUp(Law, given.Stage, hasAreas, goesThroughStages: true)));
        }
    }

    /// <summary>The pack with what is in force.</summary>
    public RulePack Law { get; }

    /// <summary>The whole appraisal, up to the last stage reached; null where only parts of it are made.</summary>
    public Answer? Whole { get; }

    /// <summary>The appraisal at the stage that is looked at; null where there is none, or where it was not reached.</summary>
    public AppraisalResult? LookedAt => Whole?.Result is not { } result ? null
        : _given.Stage is null ? result
        : result.EarlierStages.Append(result).FirstOrDefault(r => r.Stage.Id == _given.Stage.Id);

    public Answer ForScore(Criterion criterion) => Known ?? Run(PlanBuilder.Build(ReducedPack.ForScore(_parts, criterion)));

    public Answer ForGates() => Known ?? (_gates ??= Run(PlanBuilder.Build(ReducedPack.ForGates(_parts, _expected.Options.SelectMany(o => o.Gates).Select(g => g.Gate.Id).ToHashSet(StringComparer.Ordinal)))));

    public Answer ForFindings() => Known ?? (_findings ??= Run(PlanBuilder.Build(ReducedPack.ForFindings(_parts, Findings()))));

    /// <summary>A session in which derived facts are asked for one by one.</summary>
    public (EvaluationPlan Plan, IEvaluationSession Session) Open()
    {
        var plan = Plans.GetValue(Law, PlanBuilder.Build);
        return (plan, _engine.Open(plan, _given.Case, LookedAt?.Stage.Stage ?? _given.Stage, _cancellationToken));
    }

    private Answer? Known => LookedAt is { } result ? new Answer(result, []) : null;

    private HashSet<string> Findings()
    {
        var ofAll = _expected.Options.Any(o => o.IsOfAllFindings);
        return (ofAll ? _parts.Findings.Select(f => f.Id) : _expected.Options.SelectMany(o => o.Mentions).Select(m => m.Finding.Id)).ToHashSet(StringComparer.Ordinal);
    }

    private Answer Run(EvaluationPlan plan)
    {
        var (result, problems) = AppraisalRun.Run(plan, _given.Case, _engine, null, _cancellationToken);
        return new Answer(result, [.. problems.Where(p => p.IsError)]);
    }
}

/// <summary>A result, or why there is none.</summary>
internal sealed record Answer(AppraisalResult? Result, ImmutableArray<Diagnostic> Problems);
