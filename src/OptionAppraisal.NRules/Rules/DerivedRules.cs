using NRules.RuleModel;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Rules;

// The value of a derived fact of the case.
internal sealed class DerivedOfCase(PlannedDerivedFact derived, int place, bool publishes) : PackRule<CaseSubject>(derived.Rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseSubject fact)
    {
        ref var answer = ref fact[place];
        answer = Answer.To(derived.Rule, fact);
        if (publishes)
        {
            Leave(context, Only, answer.IsError ? null : new DerivedValueFact(derived.Fact, null, null, answer.Value));
        }
    }
}

// The values of a derived fact of records, of every record of the list.
internal sealed class DerivedOfRecords(PlannedDerivedFact derived, int place, bool publishes) : PackRule<CaseSubject>(derived.Rule.Path)
{
    private readonly int _list = derived.Fact.Scope.List!.Index;

    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseSubject fact)
    {
        foreach (var record in fact.RecordsOf(_list))
        {
            ref var answer = ref record[place];
            answer = Answer.To(derived.Rule, record);
            if (publishes)
            {
                Leave(context, record.Subject.Record!.Index, answer.IsError ? null : new DerivedValueFact(derived.Fact, null, record.Subject.Record, answer.Value));
            }
        }
    }
}

// The value of a derived fact of an option.
internal sealed class DerivedOfOption(PlannedDerivedFact derived, int place, bool publishes) : PackRule<OptionSubject>(derived.Rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, OptionSubject fact)
    {
        ref var answer = ref fact[place];
        answer = Answer.To(derived.Rule, fact);
        if (publishes)
        {
            Leave(context, Only, answer.IsError ? null : new DerivedValueFact(derived.Fact, fact.Option, null, answer.Value));
        }
    }
}
