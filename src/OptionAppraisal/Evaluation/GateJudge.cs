using System.Runtime.InteropServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// Gates: does not apply; else pass when all parts hold; fail when it applies and a part does not hold; unknown otherwise.
internal static class GateJudge
{
    public static GateVerdict Judge(Judging judging, PlannedGate gate, Subject subject)
    {
        var applies = gate.Applies is { } rule ? judging.Session.Judge(rule, subject) : Truth.True;
        if (applies == Truth.False)
        {
            return new GateVerdict(GateOutcome.NotApplicable, 0);
        }

        var gaps = default(Gaps);
        if (applies == Truth.Unknown)
        {
            judging.Explain(gate.Applies!, subject, gaps = new Gaps());
        }

        // Where all is known, and can be traced when somebody looks, it is enough to note which parts held.
        var isNoted = applies == Truth.True && subject.Option is not null && gate.Parts.Length <= GateVerdict.MostParts;
        var parts = isNoted ? [] : new GatePartResult[gate.Parts.Length];
        var partGaps = default(Gaps);
        var requires = Truth.True;
        uint held = 0;
        for (var i = 0; i < gate.Parts.Length; i++)
        {
            var holds = judging.Session.Judge(gate.Parts[i], subject);
            requires = And(requires, holds);
            if (isNoted && judging.Settle(gate.Parts[i].Operands, subject.Option!) && holds != Truth.Unknown)
            {
                held |= holds == Truth.True ? 1u << i : 0;
                continue;
            }

            if (isNoted)
            {
                isNoted = false;
                parts = new GatePartResult[gate.Parts.Length];
                for (var before = 0; before < i; before++)
                {
                    parts[before] = GateVerdict.PartResult(gate, before, held, judging.Trace(gate.Parts[before].Operands, subject));
                }
            }

            parts[i] = Part(judging, gate.Gate.Parts[i], gate.Parts[i], holds, subject, ref partGaps);
        }

        var outcome = requires switch
        {
            Truth.True => GateOutcome.Pass,
            Truth.False when applies == Truth.True => GateOutcome.Fail,
            _ => GateOutcome.Unknown,
        };
        return isNoted ? new GateVerdict(outcome, held)
            : outcome == GateOutcome.Unknown ? new GateVerdict(Unknown(gate.Gate, ImmutableCollectionsMarshal.AsImmutableArray(parts), gaps, requires == Truth.Unknown ? partGaps : null) with { StageId = judging.Stage?.Id })
            : new GateVerdict(new GateResult(gate.Gate, outcome, [], [], ImmutableCollectionsMarshal.AsImmutableArray(parts)) { StageId = judging.Stage?.Id });
    }

    // A gate whose judging ended in an error, which is reported: it only keeps the place.
    public static GateVerdict NotJudged(Gate gate) => new(new GateResult(gate, GateOutcome.NotApplicable, [], [], []));

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
