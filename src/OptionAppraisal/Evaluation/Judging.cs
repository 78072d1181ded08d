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

    // What was read for each option, and last for all, by the places of the operands: the tables of an option read the same facts.
    private readonly OperandValue?[] _read = new OperandValue?[plan.OperandPlaces * (appraisalCase.Options.Length + 1)];

    public ImmutableArray<OperandValue> Trace(ImmutableArray<Operand> operands, Subject subject)
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

        return ImmutableCollectionsMarshal.AsImmutableArray(values);
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

    // The facts of the case are the same for every option.
    private OperandValue Trace(Operand operand, in Subject subject)
    {
        var owner = operand.IsOfCase ? Case.Options.Length : subject.Record is null && subject.Option is { } option ? option.Index : -1;
        return operand.Place < 0 || owner < 0
            ? Read(operand, subject)
            : _read[(owner * Plan.OperandPlaces) + operand.Place] ??= Read(operand, subject);
    }

    private OperandValue Read(Operand operand, in Subject subject)
    {
        var type = operand.Expression.Type;
        switch (operand.Expression)
        {
            case OptionFactExpression fact:
                return (fact.OfBaseline ? Case.BaselineOf(subject.Area) : subject.Option)?.Facts is { } facts
                    ? new OperandValue(operand.Name, facts.At(fact.Fact.Index).Value, type, facts.EvidenceOf(fact.Fact))
                    : new OperandValue(operand.Name, default, type, null);
            case CaseFactExpression fact:
                return new OperandValue(operand.Name, Case.Facts.At(fact.Fact.Index).Value, type, Case.Facts.EvidenceOf(fact.Fact));
            case ContextExpression { Name: ContextName.IsBaseline } when subject.Option is { } option:
                return new OperandValue(operand.Name, Value.Of(option.IsBaseline), type, null);
            default:
                var value = Session.Read(operand, subject);
                return new OperandValue(operand.Name, value, type, EvidenceOf(operand.Expression, subject));
        }
    }

    // What the rows of the pack's tables score.
    public RowScores Rows { get; } = RowScores.Of(plan);

    public Evidence? EvidenceOf(Expression expression, Subject subject)
    {
        switch (expression)
        {
            case CaseFactExpression fact:
                return Case.Facts.EvidenceOf(fact.Fact);
            case OptionFactExpression fact:
                return (fact.OfBaseline ? Case.BaselineOf(subject.Area) : subject.Option)?.Facts.EvidenceOf(fact.Fact);
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
