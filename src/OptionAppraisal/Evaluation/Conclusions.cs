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
            return GateOf(conclusion.Id, option)?.Outcome switch
            {
                GateOutcome.Pass or GateOutcome.NotApplicable => Value.True,
                GateOutcome.Fail => Value.False,
                _ => default,
            };
        }

        if (option is null)
        {
            return default;
        }

        var state = options[option.Index];
        var index = IndexOf(conclusion.Id);
        return conclusion.Conclusion == ConclusionKind.Dissent
            ? Value.Of(state.OpinionOf(index)?.Dissent ?? Truth.Unknown)
            : state.Tree?[index]?.Score is { } score ? Value.Of(score) : default;
    }

    public void Explain(ConclusionExpression conclusion, AppraisalOption? option, Gaps gaps)
    {
        if (conclusion.Conclusion == ConclusionKind.Gate)
        {
            if (GateOf(conclusion.Id, option) is { } gate)
            {
                gaps.AddRange(gate.Missing, gate.Undefined);
            }
        }
        else if (option is null)
        {
            return;
        }
        else if (conclusion.Conclusion == ConclusionKind.Dissent && options[option.Index].OpinionOf(IndexOf(conclusion.Id)) is { } opinion)
        {
            if (opinion.Gaps is not null)
            {
                gaps.AddRange(opinion.Gaps);
            }
        }
        else if (options[option.Index].Tree?[IndexOf(conclusion.Id)] is { } criterion)
        {
            gaps.AddRange(criterion.Missing, criterion.Undefined);
        }
    }

    private GateResult? GateOf(string id, AppraisalOption? option)
    {
        var gates = judging.Plan.Gates;
        for (var i = 0; i < gates.Length; i++)
        {
            if (string.Equals(gates[i].Gate.Id, id, StringComparison.Ordinal))
            {
                return option is not null ? options[option.Index].Gates[i]
                    : gates[i].Gate.Scope.Kind == RuleScopeKind.Case ? caseGates[i].ResultOf(judging, gates[i], Subject.Case)
                    : null;
            }
        }

        return null;
    }

    private int IndexOf(string id)
    {
        _criteria ??= judging.Plan.Pack.AllCriteria.ToDictionary(c => c.Id, c => c.Index, StringComparer.Ordinal);
        return _criteria[id];
    }
}
