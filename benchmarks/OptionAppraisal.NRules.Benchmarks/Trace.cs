using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Benchmarks;

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
                seen += part.Operands.Length + part.Missing.Length;
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
            seen += criterion.Hits.Length + criterion.Operands.Length + criterion.Missing.Length + Look(criterion.Children);
        }

        return seen;
    }
}
