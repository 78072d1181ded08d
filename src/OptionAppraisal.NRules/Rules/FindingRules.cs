using NRules.RuleModel;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules.Rules;

// The judging of a finding: whether it is raised or may be, and then its severities and the words that its text leaves open.
internal sealed class FindingJudging
{
    private readonly PlannedFinding _finding;
    private readonly int _when;
    private readonly (Rule Rule, int Place)[] _severities;
    private readonly (Rule Rule, int Place)[] _slots;

    public FindingJudging(PlannedFinding finding, RuleLayout layout)
    {
        _finding = finding;
        _when = layout.PlaceOf(finding.When);
        _severities = [.. finding.Severities.OfType<Rule>().Select(r => (r, layout.PlaceOf(r)))];
        _slots = [.. finding.Slots.OfType<Rule>().Select(r => (r, layout.PlaceOf(r)))];
        ReadsConclusions = finding.Severities.Concat(finding.Slots).Prepend(finding.When).OfType<Rule>().Any(r => Reads(r.Expression));
    }

    public string Name => _finding.When.Path;

    public PlannedFinding Finding => _finding;

    // Whether it waits for scores, gates or dissent.
    public bool ReadsConclusions { get; }

    // Its condition; what an earlier state of the case concluded is forgotten.
    public bool MaySpeak(JudgedSubject subject)
    {
        var answer = Answer.ToCondition(_finding.When, subject);
        subject[_when] = answer.HeldBack;
        return answer.IsError || answer.Truth != Truth.False;
    }

    public bool MaySpeak(JudgedSubject subject, ConclusionsKnown conclusions)
    {
        subject.Context.Expressions.Learn(conclusions.Conclusions);
        return MaySpeak(subject);
    }

    // After its condition, which was judged then. Null where it ended in an error, and where it is not of the stage at hand.
    public FindingFact? Speak(JudgedSubject subject)
    {
        ref var when = ref subject[_when];
        when = when.Given;
        foreach (var (rule, place) in _severities)
        {
            subject[place] = Answer.ToCondition(rule, subject);
        }

        foreach (var (rule, place) in _slots)
        {
            subject[place] = Answer.To(rule, subject);
        }

        return when.IsError || !subject.Context.IsOfStage(_finding.Finding.Stages) ? null
            : new FindingFact(_finding.Finding, subject.Subject.Option, subject.Subject.Record, when.Truth == Truth.True ? FindingOutcome.Raised : FindingOutcome.Unknown);
    }

    private static bool Reads(Expression expression) => expression is ConclusionExpression || expression.Operands.Any(Reads);
}

// A finding that rests on facts alone.
internal abstract class FindingRule<T>(FindingJudging finding, bool publishes) : PackRule<T>(finding.Name)
    where T : class
{
    public override bool Holds(T fact) => finding.MaySpeak(SubjectOf(fact));

    public override void Conclude(IContext context, T fact)
    {
        var spoken = finding.Speak(SubjectOf(fact));
        if (publishes)
        {
            Leave(context, Only, spoken);
        }
    }

    protected abstract JudgedSubject SubjectOf(T fact);
}

internal sealed class FindingOfCase(FindingJudging finding, bool publishes) : FindingRule<CaseReady>(finding, publishes)
{
    protected override JudgedSubject SubjectOf(CaseReady fact) => fact.Subject;
}

internal sealed class FindingOfOption(FindingJudging finding, bool publishes) : FindingRule<OptionReady>(finding, publishes)
{
    protected override JudgedSubject SubjectOf(OptionReady fact) => fact.Subject;
}

internal sealed class FindingOfRecord(FindingJudging finding, bool publishes) : FindingRule<RecordSubject>(finding, publishes)
{
    private readonly int _list = finding.Finding.Finding.Scope.List!.Index;

    public override bool Holds(RecordSubject fact) => fact.Subject.Record!.List.Index == _list && base.Holds(fact);

    protected override JudgedSubject SubjectOf(RecordSubject fact) => fact;
}

// A finding that reads what the appraisal concluded.
internal abstract class ConclusionRule<T>(FindingJudging finding, bool publishes) : PackRule<T, ConclusionsKnown>(finding.Name)
    where T : class
{
    public override bool HoldsTogether(T fact, ConclusionsKnown other) => finding.MaySpeak(SubjectOf(fact), other);

    public override void Conclude(IContext context, T fact, ConclusionsKnown other)
    {
        var spoken = finding.Speak(SubjectOf(fact));
        if (publishes)
        {
            Leave(context, Only, spoken);
        }
    }

    protected abstract JudgedSubject SubjectOf(T fact);
}

internal sealed class ConclusionOfCase(FindingJudging finding, bool publishes) : ConclusionRule<CaseReady>(finding, publishes)
{
    protected override JudgedSubject SubjectOf(CaseReady fact) => fact.Subject;
}

internal sealed class ConclusionOfOption(FindingJudging finding, bool publishes) : ConclusionRule<OptionReady>(finding, publishes)
{
    protected override JudgedSubject SubjectOf(OptionReady fact) => fact.Subject;
}

internal sealed class ConclusionOfRecord(FindingJudging finding, bool publishes) : ConclusionRule<RecordSubject>(finding, publishes)
{
    private readonly int _list = finding.Finding.Finding.Scope.List!.Index;

    public override bool Holds(RecordSubject fact) => fact.Subject.Record!.List.Index == _list;

    protected override JudgedSubject SubjectOf(RecordSubject fact) => fact;
}
