using NRules.RuleModel;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;

namespace OptionAppraisal.NRules.Rules;

// The rules that let subjects in, in the order in which one may read another: the case, its records, the baseline, the other options.
internal sealed class CaseEnters() : PackRule<CaseFact>("subjects.case")
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseFact fact)
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

internal sealed class BaselineEnters() : PackRule<OptionFact, CaseReady>("subjects.baseline")
{
    public override bool Holds(OptionFact fact) => !fact.LooksAtAnother;

    public override void Conclude(IContext context, OptionFact fact, CaseReady other) => OptionEnters.Enter(context, fact);
}

// An option whose derived facts may read those of its baseline waits for them. Baselines are few: no option is tried with each other.
internal sealed class OptionEnters() : PackRule<OptionFact, BaselineReady>("subjects.option")
{
    private const string Conclusion = "subject";

    public override bool Holds(OptionFact fact) => fact.LooksAtAnother;

    public override bool HoldsTogether(OptionFact fact, BaselineReady other) => ReferenceEquals(other.Subject.Option, fact.Baseline);

    public override void Conclude(IContext context, OptionFact fact, BaselineReady other) => Enter(context, fact);

    public static void Enter(IContext context, OptionFact fact)
    {
        var subject = new OptionSubject(fact.Context, fact.Option);
        fact.Context.Subjects[fact.Option] = subject;
        Yield(context, Conclusion, subject);
    }
}

// The last of the rules about an option as it enters.
internal sealed class OptionIsReady() : PackRule<OptionSubject>("subjects.option.ready")
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, OptionSubject fact) => Yield(context, Only, new OptionReady(fact));
}

// The last of those about a baseline.
internal sealed class BaselineIsReady() : PackRule<OptionSubject>("subjects.baseline.ready")
{
    public override bool Holds(OptionSubject fact) => fact.Option.IsBaseline;

    public override void Conclude(IContext context, OptionSubject fact) => Yield(context, Only, new BaselineReady(fact));
}
