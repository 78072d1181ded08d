using System.Runtime.CompilerServices;
using NRules;
using NRules.RuleModel;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Rules;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules;

/// <summary>The rules of a rule pack and an application's own, compiled together for sessions in which both match each other's facts.</summary>
/// <remarks>
/// Thread-safe; sessions are not. An application's rules match the facts of <see cref="Facts"/>, and fire after those of the pack have settled, unless they
/// ask for a priority of 900,000,000 or more. Rules are compiled once for each state of the law among the days of the cases.
/// </remarks>
public sealed class AppraisalRules
{
    private readonly ConditionalWeakTable<RulePack, CompiledApplication> _compiled = [];
    private readonly ImmutableArray<IRuleDefinition> _own;
    private readonly NRulesEngine _engine = new();

    /// <summary>The rules of a pack and an application's own.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="own">The application's rules, such as those of the fluent builder of NRules; null for none.</param>
    public AppraisalRules(RulePack pack, IRuleRepository? own = null)
    {
        ArgumentNullException.ThrowIfNull(pack);
        Pack = pack;
        _own = own is null ? [] : [.. own.GetRuleSets().SelectMany(s => s.Rules)];
    }

    /// <summary>The pack.</summary>
    public RulePack Pack { get; }

    /// <summary>Opens a session for a case; nothing fires until it is appraised.</summary>
    /// <param name="appraisalCase">The case; it was read for the pack.</param>
    /// <exception cref="ArgumentException">The case was read for another pack.</exception>
    /// <exception cref="RuleCompilationException">A rule of the application cannot be compiled.</exception>
    public AppraisalSession Open(AppraisalCase appraisalCase)
    {
        ArgumentNullException.ThrowIfNull(appraisalCase);
        if (!ReferenceEquals(appraisalCase.Rules, Pack))
        {
            throw new ArgumentException($"the case {appraisalCase.Id} was not read for the rule pack {Pack.Id}", nameof(appraisalCase));
        }

        return new AppraisalSession(_compiled.GetValue(LawOfTheDay.On(Pack, appraisalCase), p => new CompiledApplication(p, _own)), appraisalCase, _engine);
    }
}

// The rules of what of a pack is in force, and an application's, compiled.
internal sealed class CompiledApplication
{
    public CompiledApplication(RulePack pack, ImmutableArray<IRuleDefinition> own)
    {
        Pack = pack;
        Plan = PlanBuilder.Build(pack);
        var repository = new RulePackRepository(Plan, publishes: true);
        Layout = repository.Layout;
        Factory = new RuleCompiler().Compile([.. repository.GetRuleSets().SelectMany(s => s.Rules), Appraising.Rule.Build(pack.Id), .. own]);
        Waiting = [.. Plan.Findings.Where(f => new FindingJudging(f, Layout).ReadsConclusions).SelectMany(f => f.Severities.Concat(f.Slots).Prepend(f.When)).OfType<Rule>().Select(r => r.Index)];
    }

    public RulePack Pack { get; }

    public EvaluationPlan Plan { get; }

    public RuleLayout Layout { get; }

    public ISessionFactory Factory { get; }

    // The rules of findings that read scores, gates or dissent.
    public ImmutableHashSet<int> Waiting { get; }
}
