using OptionAppraisal.Binding.Tests;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Results;

namespace OptionAppraisal.Authoring.Coverage;

/// <summary>What tests reach: of what they expect, what decided it. For one thread.</summary>
/// <remarks>What was judged and nobody expected anything of is not reached.</remarks>
internal sealed class CoverageRecorder
{
    private readonly HashSet<RuleTarget> _reached = [];

    /// <summary>All that is reached, in no order.</summary>
    public IReadOnlyCollection<RuleTarget> Reached => _reached;

    public bool Reaches(RuleTarget target) => _reached.Contains(target);

    /// <summary>Adds what another one reached.</summary>
    public void Add(CoverageRecorder other) => _reached.UnionWith(other._reached);

    /// <summary>A score was expected: the rows that decide it and all scores below it.</summary>
    public void Add(CriterionResult scored)
    {
        _reached.UnionWith(RuleTargets.Of(scored));
        foreach (var child in scored.Children)
        {
            Add(child);
        }
    }

    /// <summary>The outcome of a gate was expected.</summary>
    public void Add(GateResult gate)
    {
        _reached.Add(RuleTargets.Of(gate.Gate, gate.Outcome));
        if (gate.Outcome == GateOutcome.Fail)
        {
            _reached.UnionWith(gate.Parts.Where(p => p.Outcome == GateOutcome.Fail).SelectMany(p => RuleTargets.Of(gate.Gate, p.Part)));
        }
    }

    /// <summary>A derived fact was expected: the row of its table that decides.</summary>
    public void Add(DerivedFact fact, DerivedTableRow row) => _reached.Add(RuleTargets.Of(fact, row));

    /// <summary>Something of the whole was expected: what it rests on.</summary>
    public void Add(Expectations expected, AppraisalResult result)
    {
        var ofAll = !expected.Recommendations.IsEmpty || !expected.Settlements.IsEmpty || expected.Options.Any(o => o.Rank is not null);
        foreach (var option in result.Options)
        {
            var own = expected.Options.Where(o => o.Option?.Id == option.Option.Id).ToList();
            if (ofAll || own.Exists(o => o.Total is not null))
            {
                foreach (var scored in option.Criteria)
                {
                    Add(scored);
                }
            }

            if (ofAll || own.Exists(o => o.Status is not null))
            {
                foreach (var gate in option.Gates)
                {
                    Add(gate);
                }
            }
        }
    }

    /// <summary>Findings were expected: those that are raised, and those that are neither raised nor unknown.</summary>
    public void Add(OptionExpectations expected, ImmutableArray<FindingResult> found, AppraisalResult result)
    {
        foreach (var finding in result.Pack.Findings)
        {
            var isOfTop = finding.Scope.Kind != RuleScopeKind.Option;
            if ((isOfTop ? !expected.IsTop : expected.Option is null) || (result.Stage.Id is { } stage && !finding.Stages.IsEmpty && !finding.Stages.Contains(stage, StringComparer.Ordinal)))
            {
                continue;
            }

            var there = found.Where(f => f.Finding.Id == finding.Id).ToList();
            if ((expected.Findings is not null || Names(expected.Included, finding)) && there.Exists(f => f.Outcome == FindingOutcome.Raised))
            {
                _reached.Add(RuleTargets.Of(finding, isRaised: true));
                _reached.UnionWith(there.Where(f => f.Outcome == FindingOutcome.Raised).SelectMany(f => RuleTargets.Of(finding, f.Severity)));
            }

            if ((expected.Findings is not null || Names(expected.Excluded, finding)) && IsSilent(finding, there, result.Case))
            {
                _reached.Add(RuleTargets.Of(finding, isRaised: false));
            }
        }
    }

    private static bool Names(Mention<ImmutableArray<FindingMention>>? mentions, Finding finding) => mentions is not null && mentions.Value.Any(m => m.Finding.Id == finding.Id);

    // A finding about records is silent where there is a record of which it is; that there are none shows nothing.
    private static bool IsSilent(Finding finding, List<FindingResult> there, AppraisalCase appraisalCase) => finding.Scope.List is { } list
        ? appraisalCase.RecordsOf(list) is { } records && records.Any(r => !there.Exists(f => ReferenceEquals(f.Record, r)))
        : there.Count == 0;
}
