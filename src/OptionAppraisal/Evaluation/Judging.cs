using System.Runtime.InteropServices;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// One appraisal at work: the plan, the case, the engine's session and the problems so far.
internal sealed class Judging(EvaluationPlan plan, AppraisalCase appraisalCase, IEvaluationSession session, DiagnosticBag bag)
{
    public EvaluationPlan Plan { get; } = plan;

    public AppraisalCase Case { get; } = appraisalCase;

    public IEvaluationSession Session { get; } = session;

    public DiagnosticBag Bag { get; } = bag;

    // What was read for each option, by the places of the operands: the tables of an option read the same facts.
    private readonly OperandValue?[] _read = new OperandValue?[plan.OperandPlaces * appraisalCase.Options.Length];

    public ImmutableArray<OperandValue> Trace(ImmutableArray<Operand> operands, Subject subject) =>
        ImmutableCollectionsMarshal.AsImmutableArray(TraceAll(operands, subject));

    public OperandValue[] TraceAll(ImmutableArray<Operand> operands, Subject subject)
    {
        if (operands.IsEmpty)
        {
            return [];
        }

        var values = new OperandValue[operands.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Trace(operands[i], subject);
        }

        return values;
    }

    // Works out what is read and not given, so that tracing it later neither fails nor asks the session, from whatever thread.
    // False where something has no place to be kept in until then.
    public bool Settle(ImmutableArray<Operand> operands, Subject subject)
    {
        var isKept = true;
        foreach (var operand in operands)
        {
            if (operand.IsGiven)
            {
                continue;
            }

            isKept &= operand.Place >= 0;
            if (operand.Place >= 0)
            {
                Trace(operand, subject);
            }
        }

        return isKept;
    }

    private OperandValue Trace(Operand operand, Subject subject)
    {
        if (operand.Place < 0 || subject is not { Option: { } option, Record: null })
        {
            return Read(operand, subject);
        }

        ref var read = ref _read[(option.Index * Plan.OperandPlaces) + operand.Place];
        return read ??= Read(operand, subject);
    }

    private OperandValue Read(Operand operand, Subject subject)
    {
        var value = operand.Expression switch
        {
            CaseFactExpression fact => Case.Facts[fact.Fact],
            OptionFactExpression fact => (fact.OfBaseline ? Case.Baseline : subject.Option)?.Facts[fact.Fact] ?? default,
            ParameterExpression parameter => Value.Of(parameter.Parameter.Value),
            ContextExpression context => ContextValue(context.Name, subject),
            _ => Session.Read(operand, subject),
        };
        return new OperandValue(operand.Name, value, operand.Expression.Type, EvidenceOf(operand.Expression, subject));
    }

    private Value ContextValue(ContextName name, Subject subject) => name switch
    {
        ContextName.AsOf => Value.Of(Case.AsOf),
        ContextName.IsBaseline when subject.Option is { } option => Value.Of(option.IsBaseline),
        ContextName.OptionTitle when subject.Option is { } option => Value.Of(option.Title),
        ContextName.OptionId when subject.Option is { } option => Value.Of(option.Id),
        _ => default,
    };

    // What the rows of the pack's tables score.
    public RowScores Rows { get; } = RowScores.Of(plan);

    public Evidence? EvidenceOf(Expression expression, Subject subject)
    {
        switch (expression)
        {
            case CaseFactExpression fact:
                return Case.Facts.EvidenceOf(fact.Fact);
            case OptionFactExpression fact:
                return (fact.OfBaseline ? Case.Baseline : subject.Option)?.Facts.EvidenceOf(fact.Fact);
            case RecordFactExpression { Record: ThisRecordExpression } fact:
                return subject.Record?.Facts.EvidenceOf(fact.Fact);
            case RecordFactExpression fact:
                var record = Session.Read(new Operand("", fact.Record), subject);
                return record.IsKnown ? record.Record.Facts.EvidenceOf(fact.Fact) : null;
            default:
                return null;
        }
    }

    public void Explain(Rule rule, Subject subject, Gaps gaps) => Session.Explain(rule, subject, gaps);

    // Work that would only repeat the error of a step limit is not carried on with.
    public static bool MayGoOn(JudgingException error) => error.Diagnostic.Code != JudgingCodes.TooMuchWork;
}
