using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Reporting;
using OptionAppraisal.Results;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>Why something came out as it did, in a line: the row and its operands, the part of a gate, or what is missing.</summary>
internal static class Reasons
{
    public static string OfScore(CriterionResult scored)
    {
        if (!scored.Children.IsEmpty)
        {
            return OfCriteria(scored.Children);
        }

        var said = scored.Hits.Select(h => string.Create(CultureInfo.InvariantCulture, $"row {h.Row} at {h.Span}{(h.Because is { } because ? $", \"{because}\"" : "")}"))
            .Concat(scored.Operands.Select(Show))
            .Concat(scored.Bodies.Select(b => $"{(b.BodyId.Length == 0 ? "assessors without a body" : b.BodyId)} gave {PlainNumber.Format(b.Value)} of 100"));
        return Join([.. said, .. Gaps(scored.Missing, scored.Undefined)]);
    }

    public static string OfCriteria(ImmutableArray<CriterionResult> criteria) => string.Join(
        ", ",
        criteria.Select(c => $"{c.Criterion.Id} {(c.Score is { } score ? PlainNumber.Format(score) : $"unknown, {PlainNumber.Format(c.Lowest)} to {PlainNumber.Format(c.Highest)}")} with a weight of {PlainNumber.Format(c.Weight)}"));

    public static string OfGate(GateResult gate)
    {
        switch (gate.Outcome)
        {
            case GateOutcome.NotApplicable:
                return $"`{gate.Gate.AppliesWhen?.Span.Text}` is false";
            case GateOutcome.Pass:
                return Join(["every part holds", .. gate.Parts.SelectMany(p => p.Operands).Select(Show).Distinct(StringComparer.Ordinal)]);
            case GateOutcome.Fail:
                return Join([.. gate.Parts.Where(p => p.Outcome == GateOutcome.Fail).Select(OfPart)]);
            default:
                var parts = gate.Parts.Where(p => p.Outcome is GateOutcome.Unknown or GateOutcome.Fail).Select(OfPart);
                return Join([.. parts, .. Gaps(gate.Missing, gate.Undefined)]);
        }
    }

    public static string OfFinding(FindingResult finding) => Join(
    [
        finding.Outcome == FindingOutcome.Raised ? $"`{finding.Finding.When.Span.Text}` is true" : $"`{finding.Finding.When.Span.Text}` is not known",
        $"it says \"{finding.Text}\"",
        .. Gaps(finding.Missing, []),
    ]);

    public static string OfRule(IEvaluationSession session, Rule rule, Subject subject, bool isUnknown)
    {
        var gaps = new Gaps();
        if (isUnknown)
        {
            session.Explain(rule, subject, gaps);
        }

        var operands = rule.Operands.Select(o => $"{o.Name} is {Show(session.Read(o, subject))}");
        return Join([$"`{rule.Span.Text}` at {rule.Span}", .. operands, .. Gaps(gaps.Missing, gaps.Undefined)]);
    }

    public static string OfStatus(OptionResult option)
    {
        var gates = option.Status switch
        {
            OptionStatus.Excluded or OptionStatus.ShownOnly => option.Gates.Where(g => g.Outcome == GateOutcome.Fail),
            OptionStatus.Unresolved => option.Gates.Where(g => g.Outcome == GateOutcome.Unknown),
            _ => [],
        };
        var said = gates.Select(g => $"gate `{g.Gate.Id}` is {OutcomeNames.Of(g.Outcome)}: {OfGate(g)}");
        return option.Status switch
        {
            OptionStatus.Eligible => "no gate fails, and none is unknown",
            OptionStatus.NotKept => $"the stage `{option.LeftIn}` did not keep it",
            _ => Join([.. said, .. option.LeftIn is { } stage ? [$"in the stage `{stage}`"] : Array.Empty<string>()]),
        };
    }

    public static string OfRank(OptionResult option, AppraisalResult result)
    {
        if (option.Rank is null)
        {
            return $"it is {OutcomeNames.Of(option.Status)}: {OfStatus(option)}";
        }

        var ranked = result.Options.Where(o => o.Rank is not null && ReferenceEquals(o.Option.Area, option.Option.Area)).OrderBy(o => o.Rank);
        return string.Join(", ", ranked.Select(o => string.Create(CultureInfo.InvariantCulture, $"{o.Rank} {o.Option.Id} on {PlainNumber.Format(o.RankedOn ?? 0)}")));
    }

    public static string OfSettlement(AppraisalResult result, Recommendation recommendation)
    {
        if (recommendation.Option is null)
        {
            return $"nothing is recommended, which is never settled: {recommendation.Reason}";
        }

        var settlement = Settlement.Of(result, recommendation);
        return settlement.Settled ? "nothing not known reaches the one ahead" : Join([$"open: {List([.. settlement.Rivals.Select(r => r.Option.Id)])}", .. Gaps(settlement.Missing, [])]);
    }

    public static string OfEnding(StageResult stage) => stage.Ended switch
    {
        StageEnding.Waiting => $"the stage `{stage.Id}` waits for {(stage.By.IsEmpty ? "bodies that are not known" : List(stage.By))}",
        StageEnding.Stopped => $"the stage `{stage.Id}` was stopped by {List(stage.By)}",
        StageEnding.Passed => $"the appraisal went on after the stage `{stage.Id}`",
        _ => stage.Id is null ? "the rules have no stages, or the case goes through none" : $"`{stage.Id}` is the last stage, and nothing holds it up",
    };

    public static string NotScored(OptionResult option, AppraisalResult result) => option.Status switch
    {
        OptionStatus.Excluded or OptionStatus.NotKept => $"it is {OutcomeNames.Of(option.Status)} and not scored: {OfStatus(option)}",
        _ => result.Stage.Id is { } stage ? $"it does not apply, or the stage `{stage}` does not score it" : "it does not apply to this case",
    };

    public static string NotInForce(AppraisalCase appraisalCase) =>
        appraisalCase.IsAsOfKnown ? $"it is not in force on {appraisalCase.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : "it is not in force in the latest law";

    public static string NotInStage(ImmutableArray<string> stages, StageResult stage) => $"it counts in the stage {List(stages)}, and `{stage.Id}` is looked at";

    public static CriterionResult? Find(ImmutableArray<CriterionResult> criteria, string id)
    {
        foreach (var criterion in criteria)
        {
            if (criterion.Criterion.Id == id)
            {
                return criterion;
            }

            if (Find(criterion.Children, id) is { } below)
            {
                return below;
            }
        }

        return null;
    }

    public static string NameOf(StageEnding ending) => ending switch
    {
        StageEnding.Waiting => "waiting",
        StageEnding.Stopped => "stopped",
        StageEnding.Passed => "passed",
        _ => "last",
    };

    /// <summary>A value as it would be written in a test.</summary>
    public static string Show(Value value) => value.IsUnknown ? "unknown" : value.ToString().Replace("not known", "unknown", StringComparison.Ordinal);

    public static string List(ImmutableArray<string> words) => $"[{string.Join(", ", words)}]";

    private static string Show(OperandValue operand) => $"{operand.Name} is {Show(operand.Value)}";

    private static string OfPart(GatePartResult part) =>
        Join([$"{(part.Part.Id is { } id ? $"the part `{id}`" : "it")} {(part.Outcome == GateOutcome.Fail ? "does not hold" : "is not known")}: `{part.Part.Is.Span.Text}` at {part.Part.Is.Span}", .. part.Operands.Select(Show)]);

    private static IEnumerable<string> Gaps(ImmutableArray<string> missing, ImmutableArray<UndefinedPlace> undefined)
    {
        if (!missing.IsDefaultOrEmpty)
        {
            yield return $"not given: {string.Join(", ", missing)}";
        }

        if (!undefined.IsDefaultOrEmpty)
        {
            yield return $"out of its domain: {string.Join(", ", undefined.Select(u => $"`{u.Text}`"))}";
        }
    }

    private static string Join(IReadOnlyList<string> said) => string.Join("; ", said.Where(s => s.Length > 0));
}
