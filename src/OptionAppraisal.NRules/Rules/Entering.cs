using NRules.RuleModel;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;

namespace OptionAppraisal.NRules.Rules;

// The rules that let subjects in, in a session where facts may change: the case with its records, then the options.
internal sealed class CaseEnters() : PackRule<CaseEntry>("subjects.case")
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseEntry fact)
    {
        var subject = new CaseSubject(fact.Context);
        fact.Context.Subjects.Case = subject;
        Yield(context, Only, subject);
    }
}

// The last of the rules about the case as it enters.
internal sealed class CaseIsReady() : PackRule<CaseSubject>("subjects.case.ready")
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseSubject fact) => Yield(context, Only, new CaseReady(fact));
}

internal sealed class RecordEnters() : PackRule<RecordFact, CaseReady>("subjects.record")
{
    public override bool HoldsTogether(RecordFact fact, CaseReady other) => !other.Subject.RecordsOf(fact.Record.List.Index).AsSpan().IsEmpty;

    public override void Conclude(IContext context, RecordFact fact, CaseReady other) =>
        Yield(context, Only, other.Subject.RecordsOf(fact.Record.List.Index)[fact.Record.Index]);
}

// Options enter together, before anything is derived of one of them: facts derived of an option fire in the order in which one rests on
// another, so that those of a baseline are there when another option reads them.
internal sealed class OptionEnters() : PackRule<CaseReady, OptionFact>("subjects.option")
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseReady fact, OptionFact other)
    {
        var subject = new OptionSubject(other.Context, other.Option);
        other.Context.Subjects[other.Option] = subject;
        Yield(context, Only, subject);
    }
}

// The last of the rules about an option as it enters.
internal sealed class OptionIsReady() : PackRule<OptionSubject>("subjects.option.ready")
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, OptionSubject fact) => Yield(context, Only, new OptionReady(fact));
}
