using NRules.RuleModel;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Rules;

// A row of a decision table. Its condition holds all that lets it speak: under `first` also that no row before it holds.
internal sealed class RowRule(Criterion criterion, TableRow row, Rule rule, int place, ImmutableArray<RowRule> before, bool publishes) : PackRule<OptionReady>(rule.Path)
{
    public override bool Holds(OptionReady fact)
    {
        foreach (var earlier in before)
        {
            if (earlier.Judge(fact.Subject) == RowVerdict.Holds)
            {
                return false;
            }
        }

        return Judge(fact.Subject) != RowVerdict.DoesNotHold;
    }

    public override void Conclude(IContext context, OptionReady fact)
    {
        var option = fact.Subject;
        option.Conclude(place);
        if (publishes)
        {
            var verdict = Judge(option);
            Leave(context, Only, verdict == RowVerdict.Error ? null : new RowFact(criterion, row, option.Option, verdict == RowVerdict.Holds ? Truth.True : Truth.Unknown));
        }
    }

    internal RowVerdict Judge(OptionSubject option) => option.Judge(rule, place);
}

// The row that is left when no other holds or may hold; it may decide where one is not known.
internal sealed class OtherwiseRule(Criterion criterion, TableRow row, string path, ImmutableArray<RowRule> others) : PackRule<OptionReady>(path)
{
    public override bool Holds(OptionReady fact)
    {
        foreach (var other in others)
        {
            if (other.Judge(fact.Subject) is RowVerdict.Holds or RowVerdict.Error)
            {
                return false;
            }
        }

        return true;
    }

    public override void Conclude(IContext context, OptionReady fact)
    {
        var truth = others.Any(o => o.Judge(fact.Subject) == RowVerdict.NotKnown) ? Truth.Unknown : Truth.True;
        Yield(context, Only, new RowFact(criterion, row, fact.Subject.Option, truth));
    }
}

// The value that bands, levels, a curve, a line or a formula look up.
internal sealed class LookUpRule(Rule rule, int place) : PackRule<OptionReady>(rule.Path)
{
    public override bool IsConditional => false;

    public override void Conclude(IContext context, OptionReady fact) => fact.Subject[place] = Answer.To(rule, fact.Subject);
}
