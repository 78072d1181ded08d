using NRules.RuleModel;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Rules;

// Whether a criterion applies, for the options of each area and for those without one.
internal sealed class CriterionAppliesRule(Rule rule, int place) : PackRule<CaseReady>(rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseReady fact)
    {
        foreach (var area in fact.Subject.Areas)
        {
            area[place] = Answer.ToCondition(rule, area);
        }
    }
}

// Who decides at the end of a stage.
internal sealed class ReviewersRule(Rule rule, int place) : PackRule<CaseReady>(rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, CaseReady fact) => fact.Subject[place] = Answer.To(rule, fact.Subject);
}
