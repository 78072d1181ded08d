using NRules.RuleModel;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Rules;

// The judging of a gate about the case or an option: whether it applies, and each of its parts.
internal sealed class GateJudging(PlannedGate gate, RuleLayout layout)
{
    private readonly int? _applies = gate.Applies is { } applies ? layout.PlaceOf(applies) : null;
    private readonly int[] _parts = [.. gate.Parts.Select(layout.PlaceOf)];

    public string Name => $"gates.{gate.Gate.Id}";

    public Gate Gate => gate.Gate;

    public GateOutcome Judge(JudgedSubject subject)
    {
        var applies = Truth.True;
        if (_applies is { } place)
        {
            subject[place] = Answer.ToCondition(gate.Applies!, subject);
            applies = subject[place].Truth;
            if (applies == Truth.False || subject[place].IsError)
            {
                // Its parts are not asked.
                return applies == Truth.False ? GateOutcome.NotApplicable : GateOutcome.Unknown;
            }
        }

        var isError = false;
        var requires = Truth.True;
        for (var i = 0; i < _parts.Length; i++)
        {
            ref var part = ref subject[_parts[i]];
            part = Answer.ToCondition(gate.Parts[i], subject);
            isError |= part.IsError;
            requires = requires == Truth.False || part.Truth == Truth.False ? Truth.False : part.Truth == Truth.True ? requires : Truth.Unknown;
        }

        return isError ? GateOutcome.Unknown
            : requires switch
            {
                Truth.True => GateOutcome.Pass,
                Truth.False when applies == Truth.True => GateOutcome.Fail,
                _ => GateOutcome.Unknown,
            };
    }
}

internal sealed class GateOfCase(GateJudging gate, bool publishes) : PackRule<CaseReady>(gate.Name)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseReady fact)
    {
        var outcome = gate.Judge(fact.Subject);
        if (publishes)
        {
            Leave(context, Only, fact.Subject.Context.IsOfStage(gate.Gate.Stages) ? new GateFact(gate.Gate, null, outcome) : null);
        }
    }
}

internal sealed class GateOfOption(GateJudging gate, bool publishes) : PackRule<OptionReady>(gate.Name)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, OptionReady fact)
    {
        var outcome = gate.Judge(fact.Subject);
        if (publishes)
        {
            Leave(context, Only, fact.Subject.Context.IsOfStage(gate.Gate.Stages) ? new GateFact(gate.Gate, fact.Subject.Option, outcome) : null);
        }
    }
}
