using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// The subjects of one session as they stand, set by the rules that let them in. Derived facts are read from them, never worked out here.
internal sealed class KnownSubjects(RuleLayout layout, AppraisalCase current) : IDerivedFacts
{
    private readonly OptionSubject?[] _options = new OptionSubject?[current.Options.Length];

    // The case as it stands.
    public AppraisalCase Current { get; set; } = current;

    public CaseSubject? Case { get; set; }

    public OptionSubject? this[AppraisalOption option]
    {
        get => _options[option.Index];
        set => _options[option.Index] = value;
    }

    public Value ValueOf(DerivedFact fact, Subject subject)
    {
        ref readonly var answer = ref Of(subject)[layout.PlaceOf(fact)];
        return answer.IsGiven ? answer.Value : throw new InvalidOperationException($"no rule concluded the derived fact {fact.Id} yet");
    }

    public JudgedSubject Of(Subject subject)
    {
        var found = subject.Option is { } option ? this[option]
            : subject.Record is { } record ? Case?.RecordsOf(record.List.Index)[record.Index]
            : (JudgedSubject?)Case;
        return found ?? throw new InvalidOperationException("no rule let this subject in");
    }
}
