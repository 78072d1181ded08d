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

    public ImmutableArray<OperandValue> Trace(ImmutableArray<Operand> operands, Subject subject)
    {
        if (operands.IsEmpty)
        {
            return [];
        }

        var values = ImmutableArray.CreateBuilder<OperandValue>(operands.Length);
        foreach (var operand in operands)
        {
            values.Add(Trace(operand, subject));
        }

        return values.MoveToImmutable();
    }

    private OperandValue Trace(Operand operand, Subject subject)
    {
        var value = Session.Read(operand, subject);
        return new OperandValue(operand.Name, value, operand.Expression.Type, EvidenceOf(operand.Expression, subject));
    }

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
