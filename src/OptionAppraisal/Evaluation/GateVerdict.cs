using System.Runtime.InteropServices;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// How a gate came out for an option: the result where it was written down at once, else which parts held, so that it can be written down later.
internal readonly struct GateVerdict
{
    public const int MostParts = 32;

    private readonly GateResult? _result;
    private readonly uint _held;
    private readonly byte _outcome;
    private readonly bool _counts;

    public GateVerdict(GateResult result)
    {
        _result = result;
        _counts = true;
        _outcome = (byte)result.Outcome;
    }

    public GateVerdict(GateOutcome outcome, uint held)
    {
        _outcome = (byte)outcome;
        _counts = true;
        _held = held;
    }

    public GateOutcome Outcome => (GateOutcome)_outcome;

    // False for a gate of another stage, which says nothing here.
    public bool Counts => _counts;

    // The option looks up what was read; gates of the case, which have none, were written down at once.
    public GateResult ResultOf(Judging judging, PlannedGate gate, IKnowsReads? option)
    {
        if (_result is not null)
        {
            return _result;
        }

        if (Outcome == GateOutcome.NotApplicable)
        {
            return judging.Stage is { } stage ? judging.Rows.NotApplicable(gate) with { StageId = stage.Id } : judging.Rows.NotApplicable(gate);
        }

        var parts = new GatePartResult[gate.Gate.Parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = PartResult(gate, i, _held, new OperandValues(gate.Parts[i].Reads, option!));
        }

        return new GateResult(gate.Gate, Outcome, [], [], ImmutableCollectionsMarshal.AsImmutableArray(parts)) { StageId = judging.Stage?.Id };
    }

    public static GatePartResult PartResult(PlannedGate gate, int part, uint held, OperandValues operands) => new(
        gate.Gate.Parts[part],
        ((held >> part) & 1) != 0 ? GateOutcome.Pass : GateOutcome.Fail,
        [],
        operands);
}
