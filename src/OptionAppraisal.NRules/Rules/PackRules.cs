using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Rules;

// The pass from a plan to its rules, in the order of the pack.
internal sealed class PackRules
{
    private readonly ImmutableArray<PackRule>.Builder _rules = ImmutableArray.CreateBuilder<PackRule>();
    private readonly EvaluationPlan _plan;
    private readonly RuleLayout _layout;
    private readonly bool _publishes;

    // Rules that publish are for sessions that stay open: they let subjects in as the facts of the case have them, and leave facts behind that other
    // rules may match.
    public PackRules(EvaluationPlan plan, RuleLayout layout, bool publishes)
    {
        _plan = plan;
        _layout = layout;
        _publishes = publishes;
        if (publishes)
        {
            AddSubjects();
        }

        for (var i = 0; i < plan.Derived.Length; i++)
        {
            AddDerived(plan.Derived[i], plan.Derived.Length - i);
        }

        foreach (var gate in plan.Gates)
        {
            _rules.Add(Gate(gate));
        }

        AddCriteria(plan.Criteria);
        foreach (var finding in plan.Findings)
        {
            _rules.Add(Finding(new FindingJudging(finding, layout)));
        }

        foreach (var stage in plan.Stages)
        {
            if (stage.Reviewers is { } reviewers)
            {
                _rules.Add(new ReviewersRule(reviewers, layout.PlaceOf(reviewers)) { Span = reviewers.Span });
            }
        }
    }

    public ImmutableArray<PackRule> All => _rules.ToImmutable();

    private void AddSubjects()
    {
        _rules.Add(new CaseEnters());
        _rules.Add(new CaseIsReady { Priority = -1 });
        _rules.Add(new OptionEnters { Priority = _plan.Derived.Length + 1 });
        _rules.Add(new OptionIsReady { Priority = -1 });
        if (_layout.FindsOfRecords)
        {
            _rules.Add(new RecordEnters());
        }
    }

    // Derived facts fire in the order in which one rests on another, and before whatever waits for them.
    private void AddDerived(PlannedDerivedFact derived, int priority)
    {
        var place = _layout.PlaceOf(derived.Rule);
        var span = derived.Rule.Span;
        if (derived.Rule.Expression is not DerivedTableExpression table)
        {
            _rules.Add(derived.Fact.Scope.Kind switch
            {
                RuleScopeKind.Case => new DerivedOfCase(derived, place, _publishes) { Span = span, Priority = priority },
                RuleScopeKind.Record => new DerivedOfRecords(derived, place, _publishes) { Span = span, Priority = priority },
                _ => new DerivedOfOption(derived, place, _publishes) { Span = span, Priority = priority },
            });
            return;
        }

        _rules.Add(derived.Fact.Scope.Kind switch
        {
            RuleScopeKind.Case => new TurnOfCase(derived) { Span = span, Priority = priority },
            RuleScopeKind.Record => new TurnOfRecords(derived) { Span = span, Priority = priority },
            _ => new TurnOfOption(derived) { Span = span, Priority = priority },
        });
        foreach (var row in table.Rows)
        {
            _rules.Add(new DerivedRow(derived, row, place, _publishes) { Span = row.Span, Sources = row.Sources, Priority = priority });
        }

        _rules.Add(new NoRowDecides(derived, place, _publishes) { Span = span, Priority = priority });
    }

    private PackRule Gate(PlannedGate gate)
    {
        var judging = new GateJudging(gate, _layout);
        return gate.Gate.Scope.Kind == RuleScopeKind.Option
            ? new GateOfOption(judging, _publishes) { Span = gate.Gate.Span, Sources = gate.Gate.Sources }
            : new GateOfCase(judging, _publishes) { Span = gate.Gate.Span, Sources = gate.Gate.Sources };
    }

    private void AddCriteria(ImmutableArray<PlannedCriterion> criteria)
    {
        foreach (var planned in criteria)
        {
            var criterion = planned.Criterion;
            if (planned.Applies is { } applies)
            {
                _rules.Add(new CriterionAppliesRule(applies, _layout.PlaceOf(applies)) { Span = applies.Span, CriterionId = criterion.Id });
            }

            if (planned.Operand is { } operand)
            {
                _rules.Add(new LookUpRule(operand, _layout.PlaceOf(operand)) { Span = operand.Span, CriterionId = criterion.Id, Sources = criterion.Sources });
            }

            if (criterion.Leaf is TableLeaf { Table: var table })
            {
                AddRows(planned, table);
            }

            AddCriteria(planned.Children);
        }
    }

    private void AddRows(PlannedCriterion planned, DecisionTable table)
    {
        var criterion = planned.Criterion;
        var rows = ImmutableArray<RowRule>.Empty;
        for (var i = 0; i < planned.Rows.Length; i++)
        {
            var rule = planned.Rows[i];
            var row = table.Rows[i];
            var before = table.HitPolicy == HitPolicy.First ? rows : [];
            rows = rows.Add(new RowRule(criterion, row, rule, _layout.PlaceOf(rule), before, _publishes)
            {
                Span = row.Span,
                CriterionId = criterion.Id,
                Sources = row.Sources.IsEmpty ? criterion.Sources : row.Sources,
            });
        }

        _rules.AddRange(rows);
        if (_publishes && table.Otherwise is { } otherwise)
        {
            _rules.Add(new OtherwiseRule(criterion, otherwise, string.Create(CultureInfo.InvariantCulture, $"criteria.{criterion.Id}.row {otherwise.Number}"), rows)
            {
                Span = otherwise.Span,
                CriterionId = criterion.Id,
                Sources = otherwise.Sources.IsEmpty ? criterion.Sources : otherwise.Sources,
            });
        }
    }

    private PackRule Finding(FindingJudging finding)
    {
        var (span, sources) = (finding.Finding.Finding.Span, finding.Finding.Finding.Sources);
        return (finding.Finding.Finding.Scope.Kind, finding.ReadsConclusions) switch
        {
            (RuleScopeKind.Case, false) => new FindingOfCase(finding, _publishes) { Span = span, Sources = sources },
            (RuleScopeKind.Case, true) => new ConclusionOfCase(finding, _publishes) { Span = span, Sources = sources },
            (RuleScopeKind.Option, false) => new FindingOfOption(finding, _publishes) { Span = span, Sources = sources },
            (RuleScopeKind.Option, true) => new ConclusionOfOption(finding, _publishes) { Span = span, Sources = sources },
            (_, false) => new FindingOfRecord(finding, _publishes) { Span = span, Sources = sources },
            _ => new ConclusionOfRecord(finding, _publishes) { Span = span, Sources = sources },
        };
    }
}
