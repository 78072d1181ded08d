using OptionAppraisal.Results;

namespace OptionAppraisal.Benchmarks.Workloads;

// Reads all of a trace: every gate, criterion, deciding row and value read.
internal static class Trace
{
    public static int Read(AppraisalResult result)
    {
        var seen = 0;
        foreach (var option in result.Options)
        {
            seen += Look(option.Gates) + Look(option.Criteria);
        }

        return seen;
    }

    private static int Look(ImmutableArray<GateResult> gates)
    {
        var seen = 0;
        foreach (var gate in gates)
        {
            seen += gate.Outcome == GateOutcome.Pass ? 1 : 0;
            foreach (var part in gate.Parts)
            {
                seen += Look(part.Operands) + part.Missing.Length;
            }
        }

        return seen;
    }

    private static int Look(ImmutableArray<CriterionResult> criteria)
    {
        var seen = 0;
        foreach (var criterion in criteria)
        {
            seen += criterion.Score > 0 ? 1 : 0;
            seen += criterion.Hits.Length + Look(criterion.Operands) + criterion.Missing.Length + Look(criterion.Children);
        }

        return seen;
    }

    private static int Look(OperandValues operands)
    {
        var seen = 0;
        for (var i = 0; i < operands.Count; i++)
        {
            seen += operands[i].Value.IsKnown ? 1 : 0;
        }

        return seen;
    }
}
