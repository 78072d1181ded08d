using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Plans;

/// <summary>The pass from a rule pack to the plan that engines judge: every condition and value becomes a rule with a place.</summary>
public static class PlanBuilder
{
    /// <summary>The plan of a rule pack.</summary>
    /// <param name="pack">The pack; it is bound, so nothing can go wrong.</param>
    public static EvaluationPlan Build(RulePack pack)
    {
        ArgumentNullException.ThrowIfNull(pack);
        var rules = new RuleList();
        return new EvaluationPlan
        {
            Pack = pack,
            Derived = [.. pack.Derived.Select(d => new PlannedDerivedFact(d, rules.Add(RuleKind.DerivedValue, $"derived.{d.Scope}.{d.Id}", d.Scope, d.Value)))],
            Gates = [.. pack.Gates.Select((g, i) => Plan(g, i, rules))],
            Criteria = [.. pack.Criteria.Select(c => Plan(c, rules))],
            Findings = [.. pack.Findings.Select(f => Plan(f, rules))],
            Stages = [.. pack.Stages.Select(s => new PlannedStage(s, rules.AddOptional(RuleKind.StageReviewers, $"stages.{s.Id}.review_by", RuleScope.Case, s.ReviewBy)))],
            Rules = rules.ToImmutable(),
            OperandPlaces = rules.Operands.Places,
        };
    }

    private static PlannedGate Plan(Gate gate, int index, RuleList rules)
    {
        var path = $"gates.{gate.Id}";
        var applies = rules.AddOptional(RuleKind.GateApplies, path + ".applies_when", gate.Scope, gate.AppliesWhen);
        var parts = gate.Parts.Select(p => rules.Add(RuleKind.GatePart, p.Id is null ? path + ".requires" : $"{path}.requires.{p.Id}", gate.Scope, p.Is));
        return new PlannedGate(gate, index, applies, [.. parts]);
    }

    private static PlannedCriterion Plan(Criterion criterion, RuleList rules)
    {
        var path = $"criteria.{criterion.Id}";
        var applies = rules.AddOptional(RuleKind.CriterionApplies, path + ".applies_when", RuleScope.Case, criterion.AppliesWhen);
        var rows = criterion.Leaf is TableLeaf leaf
            ? leaf.Table.Rows.Select(r => rules.Add(RuleKind.Row, string.Create(CultureInfo.InvariantCulture, $"{path}.row {r.Number}"), RuleScope.Option, r.When!)).ToImmutableArray()
            : [];
        var operand = criterion.Leaf switch
        {
            BandsLeaf bands => LookUp("bands", bands.Of),
            LevelsLeaf levels => LookUp("levels", levels.Of),
            CurveLeaf curve => LookUp("curve", curve.Of),
            LinearLeaf linear => LookUp("linear", linear.Of),
            FormulaLeaf formula => LookUp("formula", formula.Score),
            _ => null,
        };
        var reads = rules.Operands.Collect([.. rows.Select(r => r.Expression)]);
        return new PlannedCriterion(
            criterion, applies, [.. criterion.Children.Select(c => Plan(c, rules))], rows, operand, operand?.Operands ?? reads);

        Rule LookUp(string leafKind, Expression value) => rules.Add(RuleKind.LeafOperand, $"{path}.{leafKind}", RuleScope.Option, value);
    }

    private static PlannedFinding Plan(Finding finding, RuleList rules)
    {
        var path = $"findings.{finding.Id}";
        var when = rules.Add(RuleKind.FindingRaised, path + ".when", finding.Scope, finding.When);
        var severities = finding.Severities.Select((s, i) =>
            rules.AddOptional(RuleKind.FindingSeverity, string.Create(CultureInfo.InvariantCulture, $"{path}.severity {i + 1}"), finding.Scope, s.When));
        var slots = finding.Says.Select((t, i) =>
            rules.AddOptional(RuleKind.FindingSlot, string.Create(CultureInfo.InvariantCulture, $"{path}.says {i + 1}"), finding.Scope, t.Slot));
        return new PlannedFinding(finding, when, [.. severities], [.. slots]);
    }

    private sealed class RuleList
    {
        private readonly ImmutableArray<Rule>.Builder _rules = ImmutableArray.CreateBuilder<Rule>();

        public OperandCollector Operands { get; } = new();

        public Rule Add(RuleKind kind, string path, RuleScope scope, Expression expression)
        {
            var rule = new Rule(kind, _rules.Count, path, scope, expression, SlotCounter.Count(expression), Operands.Collect([expression]));
            _rules.Add(rule);
            return rule;
        }

        public Rule? AddOptional(RuleKind kind, string path, RuleScope scope, Expression? expression) =>
            expression is null ? null : Add(kind, path, scope, expression);

        public ImmutableArray<Rule> ToImmutable() => _rules.ToImmutable();
    }
}
