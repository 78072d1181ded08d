using OptionAppraisal.NRules.Facts;

namespace OptionAppraisal.NRules.Subjects;

// The facts of a case that go into a session of rules.
internal sealed class SessionFacts
{
    public SessionFacts(CaseContext context)
    {
        Entry = new CaseEntry(context);
        Case = new CaseFact(Entry);
        Records = [.. context.Case.Records.SelectMany(l => l ?? []).Select(r => new RecordFact(r))];
        Options = [.. context.Case.Options.Select(o => new OptionFact(context, o))];
    }

    public CaseEntry Entry { get; }

    public CaseFact Case { get; }

    public ImmutableArray<RecordFact> Records { get; }

    public ImmutableArray<OptionFact> Options { get; }

    public IEnumerable<object> All => Options.AsEnumerable<object>().Concat(Records).Prepend(Case).Prepend(Entry);
}
