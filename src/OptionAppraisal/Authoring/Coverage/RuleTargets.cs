using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Reporting;
using OptionAppraisal.Results;

namespace OptionAppraisal.Authoring.Coverage;

/// <summary>What tests of a pack should reach: each row, band and level, the outcomes of each gate, each finding raised and silent.</summary>
internal static class RuleTargets
{
    private const string Decides = "decides";
    private const string IsScored = "is scored";

    /// <summary>The targets of a pack and of those it uses, in the order of the pack.</summary>
    public static IEnumerable<RuleTarget> Of(RulePack pack) =>
    [
        .. pack.Derived.SelectMany(Of),
        .. pack.Gates.SelectMany(Of),
        .. pack.AllCriteria.SelectMany(Of),
        .. pack.Findings.SelectMany(Of),
    ];

    public static RuleTarget Of(Gate gate, GateOutcome outcome) => new(gate.Span, $"gates.{gate.Id}", outcome switch
    {
        GateOutcome.Pass => "passes",
        GateOutcome.Fail => "fails",
        GateOutcome.Unknown => "is unknown",
        _ => "does not apply",
    });

    public static RuleTarget Of(Finding finding, bool isRaised) => new(finding.Span, $"findings.{finding.Id}", isRaised ? "is raised" : "is silent");

    /// <summary>The severity with which a finding is raised, where it has several.</summary>
    public static IEnumerable<RuleTarget> Of(Finding finding, FindingSeverity severity) =>
        finding.Severities.Length > 1 ? [new RuleTarget(finding.Span, $"findings.{finding.Id}", $"is raised as {OutcomeNames.Of(severity)}")] : [];

    /// <summary>The part of a gate that does not hold, where it has several.</summary>
    public static IEnumerable<RuleTarget> Of(Gate gate, GatePart failed) =>
        gate.Parts.Length > 1 ? [new RuleTarget(failed.Span, $"gates.{gate.Id} part {failed.Id}", "fails")] : [];

    public static RuleTarget Of(DerivedFact fact, DerivedTableRow row) => new(row.Span, string.Create(CultureInfo.InvariantCulture, $"derived.{fact.Id} row {row.Number}"), Decides);

    /// <summary>What a scored leaf reached: its rows, or that it was scored; nothing where the score is not known.</summary>
    public static IEnumerable<RuleTarget> Of(CriterionResult scored)
    {
        if (scored.Score is null || scored.Criterion.Leaf is not { } leaf)
        {
            return [];
        }

        return leaf is TableLeaf or BandsLeaf or LevelsLeaf
            ? scored.Hits.Select(h => Of(scored.Criterion, h))
            : [new RuleTarget(scored.Criterion.Span, $"criteria.{scored.Criterion.Id}", IsScored)];
    }

    private static RuleTarget Of(Criterion criterion, RowHit hit) =>
        new(hit.Span, string.Create(CultureInfo.InvariantCulture, $"criteria.{criterion.Id} row {hit.Row}"), Decides);

    private static IEnumerable<RuleTarget> Of(DerivedFact fact) => fact.Value is DerivedTableExpression table ? table.Rows.Select(r => Of(fact, r)) : [];

    private static IEnumerable<RuleTarget> Of(Gate gate)
    {
        yield return Of(gate, GateOutcome.Pass);
        yield return Of(gate, GateOutcome.Fail);
        yield return Of(gate, GateOutcome.Unknown);
        if (gate.AppliesWhen is not null)
        {
            yield return Of(gate, GateOutcome.NotApplicable);
        }

        foreach (var part in gate.Parts.SelectMany(p => Of(gate, p)))
        {
            yield return part;
        }
    }

    private static IEnumerable<RuleTarget> Of(Finding finding) =>
        [Of(finding, isRaised: true), Of(finding, isRaised: false), .. finding.Severities.Select(s => s.Level).Distinct().SelectMany(s => Of(finding, s))];

    private static IEnumerable<RuleTarget> Of(Criterion criterion) => criterion.Leaf switch
    {
        null => [],
        TableLeaf { Table: var table } => (table.Otherwise is { } otherwise ? table.Rows.Add(otherwise) : table.Rows).Select(r => Of(criterion, new RowHit(r.Number, null, null, [], r.Span))),
        BandsLeaf bands => bands.Rows.Select(r => r.Span).Append(bands.Span).Select((s, i) => Of(criterion, new RowHit(i + 1, null, null, [], s))),
        LevelsLeaf levels => levels.Scores.Select((s, i) => Of(criterion, new RowHit(i + 1, null, null, [], s.Span))),
        _ => [new RuleTarget(criterion.Span, $"criteria.{criterion.Id}", IsScored)],
    };
}
