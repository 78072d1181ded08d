using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// What findings read of the appraisal: figures as published, so that a finding agrees with the report. What is not scored is not known.
internal sealed class Conclusions(Judging judging, OptionState[] options, GateVerdict[] caseGates) : IConclusions
{
    private Dictionary<string, int>? _criteria;

    public Value ValueOf(ConclusionExpression conclusion, AppraisalOption? option)
    {
        if (conclusion.Conclusion == ConclusionKind.Gate)
        {
            return IndexOfGate(conclusion.Id) is not { } gate ? Value.True : ValueOf(gate, option);
        }

        if (option is null)
        {
            return default;
        }

        if (IndexOf(conclusion.Id) is not { } index)
        {
            return default;
        }

        var state = options[option.Index];
        return conclusion.Conclusion == ConclusionKind.Dissent
            ? Value.Of(state.OpinionOf(index)?.Dissent ?? Truth.Unknown)
            : state.Tree?[index]?.Score is { } score ? Value.Of(score) : default;
    }

    public void Explain(ConclusionExpression conclusion, AppraisalOption? option, Gaps gaps)
    {
        if (conclusion.Conclusion == ConclusionKind.Gate)
        {
            if (IndexOfGate(conclusion.Id) is { } index && GateOf(index, option) is { } gate)
            {
                gaps.AddRange(gate.Missing, gate.Undefined);
            }
        }
        else if (option is null || IndexOf(conclusion.Id) is not { } criterion)
        {
            return;
        }
        else if (conclusion.Conclusion == ConclusionKind.Dissent && options[option.Index].OpinionOf(criterion) is { } opinion)
        {
            if (opinion.Gaps is not null)
            {
                gaps.AddRange(opinion.Gaps);
            }
        }
        else if (options[option.Index].Tree?[criterion] is { } scored)
        {
            gaps.AddRange(scored.Missing, scored.Undefined);
        }
    }

    // A gate that does not count here is not applicable. A gate of options says nothing to a finding of the case or of records.
    private Value ValueOf(int gate, AppraisalOption? option)
    {
        if (option is null && judging.Plan.Gates[gate].Gate.Scope.Kind != RuleScopeKind.Case)
        {
            return default;
        }

        // An option that left in an earlier stage was not asked.
        if (GateOf(gate, option) is not { } result)
        {
            return option is not null && options[option.Index].HasLeftBefore && judging.IsOfStage(judging.Plan.Gates[gate].Gate.Stages) ? default : Value.True;
        }

        return result.Outcome switch
        {
            GateOutcome.Pass or GateOutcome.NotApplicable => Value.True,
            GateOutcome.Fail => Value.False,
            _ => default,
        };
    }

    private GateResult? GateOf(int gate, AppraisalOption? option)
    {
        var planned = judging.Plan.Gates[gate];
        return option is not null ? options[option.Index].GateOf(gate)
            : planned.Gate.Scope.Kind == RuleScopeKind.Case && caseGates[gate].Counts ? caseGates[gate].ResultOf(judging, planned, null)
            : null;
    }

    // Null for a gate that is not in force.
    private int? IndexOfGate(string id)
    {
        var gates = judging.Plan.Gates;
        for (var i = 0; i < gates.Length; i++)
        {
            if (string.Equals(gates[i].Gate.Id, id, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return null;
    }

    // Null for a criterion that is not in force.
    private int? IndexOf(string id)
    {
        _criteria ??= judging.Plan.Pack.AllCriteria.ToDictionary(c => c.Id, c => c.Index, StringComparer.Ordinal);
        return _criteria.TryGetValue(id, out var index) ? index : null;
    }
}
