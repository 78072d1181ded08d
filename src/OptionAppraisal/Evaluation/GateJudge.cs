using System.Runtime.InteropServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// Gates: does not apply; else pass when all parts hold; fail when it applies and a part does not hold; unknown otherwise.
internal static class GateJudge
{
    public static GateResult Judge(Judging judging, PlannedGate gate, Subject subject)
    {
        var applies = gate.Applies is { } rule ? judging.Session.Judge(rule, subject) : Truth.True;
        if (applies == Truth.False)
        {
            return new GateResult(gate.Gate, GateOutcome.NotApplicable, [], [], [.. gate.Gate.Parts.Select(p => new GatePartResult(p, GateOutcome.NotApplicable, [], []))]);
        }

        var gaps = default(Gaps);
        if (applies == Truth.Unknown)
        {
            judging.Explain(gate.Applies!, subject, gaps = new Gaps());
        }

        var partGaps = default(Gaps);
        var requires = Truth.True;
        var parts = new GatePartResult[gate.Parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            var holds = judging.Session.Judge(gate.Parts[i], subject);
            parts[i] = Part(judging, gate.Gate.Parts[i], gate.Parts[i], holds, subject, ref partGaps);
            requires = And(requires, holds);
        }

        var outcome = requires switch
        {
            Truth.True => GateOutcome.Pass,
            Truth.False when applies == Truth.True => GateOutcome.Fail,
            _ => GateOutcome.Unknown,
        };
        return outcome == GateOutcome.Unknown
            ? Unknown(gate.Gate, ImmutableCollectionsMarshal.AsImmutableArray(parts), gaps, requires == Truth.Unknown ? partGaps : null)
            : new GateResult(gate.Gate, outcome, [], [], ImmutableCollectionsMarshal.AsImmutableArray(parts));
    }

    // A gate whose judging ended in an error, which is reported: it only keeps the place.
    public static GateResult NotJudged(Gate gate) => new(gate, GateOutcome.NotApplicable, [], [], []);

    private static GatePartResult Part(Judging judging, GatePart part, Rule rule, Truth holds, Subject subject, ref Gaps? all)
    {
        var operands = judging.Trace(rule.Operands, subject);
        if (holds != Truth.Unknown)
        {
            return new GatePartResult(part, holds == Truth.True ? GateOutcome.Pass : GateOutcome.Fail, [], operands);
        }

        var gaps = new Gaps();
        judging.Explain(rule, subject, gaps);
        (all ??= new Gaps()).AddRange(gaps);
        return new GatePartResult(part, GateOutcome.Unknown, gaps.Missing, operands);
    }

    private static GateResult Unknown(Gate gate, ImmutableArray<GatePartResult> parts, Gaps? applies, Gaps? requires)
    {
        var gaps = new Gaps();
        if (applies is not null)
        {
            gaps.AddRange(applies);
        }

        if (requires is not null)
        {
            gaps.AddRange(requires);
        }

        return new GateResult(gate, GateOutcome.Unknown, gaps.Missing, gaps.Undefined, parts);
    }

    private static Truth And(Truth left, Truth right) =>
        left == Truth.False || right == Truth.False ? Truth.False
        : left == Truth.Unknown || right == Truth.Unknown ? Truth.Unknown
        : Truth.True;
}
