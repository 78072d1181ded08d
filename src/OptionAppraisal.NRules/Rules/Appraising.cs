using NRules.RuleModel;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;

namespace OptionAppraisal.NRules.Rules;

// That something changed since the case was last appraised.
internal sealed class AppraisalDue(AppraisalSession session)
{
    public AppraisalSession Session { get; } = session;
}

// The appraisal itself: it fires after every rule of the pack and before an application's, weighs and ranks what they concluded, and leaves that behind.
internal sealed class Appraising() : PackRule<AppraisalDue>("appraisal")
{
    private const int AfterThePack = -100_000_000;

    public static Appraising Rule => new() { Priority = AfterThePack };

    public override bool IsConditional => false;

    public override void Conclude(IContext context, AppraisalDue fact)
    {
        var kept = new HashSet<object>();
        if (fact.Session.Conclude(context) is { } concluded)
        {
            Keep(context, kept, nameof(ConclusionsKnown), concluded.Conclusions);
            Keep(context, kept, nameof(AppraisalFact), new AppraisalFact(concluded.Result));
            foreach (var option in concluded.Result.Options)
            {
                Keep(context, kept, (nameof(StandingFact), option.Option.Index), new StandingFact(option));
                foreach (var criterion in option.Criteria)
                {
                    LeaveScores(context, kept, new ScoreFact(option.Option, criterion));
                }
            }
        }

        foreach (var key in context.GetLinkedKeys().Where(k => !kept.Contains(k)).ToList())
        {
            context.RetractLinked(key, context.GetLinked(key)!);
        }
    }

    private static void LeaveScores(IContext context, HashSet<object> kept, ScoreFact score)
    {
        var key = (nameof(ScoreFact), score.Option.Index, score.CriterionId);
        if (context.GetLinked(key) is ScoreFact before && before.SaysTheSameAs(score))
        {
            kept.Add(key);
        }
        else
        {
            Keep(context, kept, key, score);
        }

        foreach (var child in score.Result.Children)
        {
            LeaveScores(context, kept, new ScoreFact(score.Option, child));
        }
    }

    private static void Keep(IContext context, HashSet<object> kept, object key, object fact)
    {
        kept.Add(key);
        Yield(context, key, fact);
    }
}
