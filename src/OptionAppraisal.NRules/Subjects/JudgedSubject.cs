using OptionAppraisal.Facts;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules.Subjects;

// The case, a record or an option in one session, with what rules concluded about it. Made anew whenever what it rests on changes.
internal abstract class JudgedSubject(CaseContext context, Subject subject, int places)
{
    private readonly Answer[] _answers = places == 0 ? [] : new Answer[places];

    public CaseContext Context { get; } = context;

    public Subject Subject { get; } = subject;

    public ref Answer this[int place] => ref _answers[place];
}

// The case itself, before its derived facts and those of its records are known.
internal sealed class CaseSubject : JudgedSubject
{
    private readonly RecordSubject[][] _records;
    private readonly AreaSubject[] _areas;

    public CaseSubject(CaseContext context)
        : base(context, Subject.Case, context.Layout.OfCase)
    {
        var layout = context.Layout;
        var lists = context.Case.Records;
        _records = new RecordSubject[lists.Length][];
        for (var i = 0; i < _records.Length; i++)
        {
            _records[i] = layout.OfRecords[i] == 0 || lists[i] is not { } records ? [] : [.. records.Select(r => new RecordSubject(context, r, layout.OfRecords[r.List.Index]))];
        }

        var areas = context.Plan.Pack.Areas is { } list && lists[list.Index] is { } known ? known : [];
        _areas = new AreaSubject[areas.Length + 1];
        _areas[0] = new AreaSubject(context, null);
        for (var i = 0; i < areas.Length; i++)
        {
            _areas[i + 1] = new AreaSubject(context, areas[i]);
        }
    }

    // Those of a list that rules are about; empty where the case leaves the list out.
    public RecordSubject[] RecordsOf(int list) => _records[list];

    public IEnumerable<RecordSubject> Records => _records.SelectMany(r => r);

    // The case for the options of an area, or for those without one.
    public AreaSubject OfArea(CaseRecord? area) => _areas[area is null ? 0 : area.Index + 1];

    public ReadOnlySpan<AreaSubject> Areas => _areas;
}

internal sealed class AreaSubject(CaseContext context, CaseRecord? area) : JudgedSubject(context, Subject.OfArea(area), context.Layout.OfArea);

internal sealed class RecordSubject(CaseContext context, CaseRecord record, int places) : JudgedSubject(context, Subject.Of(record), places);

internal sealed class OptionSubject(CaseContext context, AppraisalOption option) : JudgedSubject(context, Subject.Of(option), context.Layout.OfOption)
{
    private readonly RowVerdict[] _judged = new RowVerdict[context.Layout.Rows];
    private readonly RowVerdict[] _concluded = new RowVerdict[context.Layout.Rows];
    private Dictionary<int, JudgingException>? _errors;

    public AppraisalOption Option { get; } = option;

    // The condition of a row, judged once.
    public RowVerdict Judge(Rule row, int place)
    {
        ref var verdict = ref _judged[place];
        if (verdict == RowVerdict.NotJudged)
        {
            try
            {
                verdict = Context.Expressions.Judge(row, Subject) switch
                {
                    Truth.True => RowVerdict.Holds,
                    Truth.False => RowVerdict.DoesNotHold,
                    _ => RowVerdict.NotKnown,
                };
            }
            catch (JudgingException error)
            {
                (_errors ??= [])[place] = error;
                verdict = RowVerdict.Error;
            }
        }

        return verdict;
    }

    // What its rule concluded: a row whose rule did not fire does not hold.
    public void Conclude(int place) => _concluded[place] = _judged[place];

    public Truth Concluded(int place) => _concluded[place] switch
    {
        RowVerdict.Holds => Truth.True,
        RowVerdict.NotKnown => Truth.Unknown,
        RowVerdict.Error => throw new JudgingException(_errors![place].Diagnostic),
        _ => Truth.False,
    };
}

internal enum RowVerdict : byte
{
    NotJudged,
    DoesNotHold,
    Holds,
    NotKnown,
    Error,
}

// The case with all derived facts of it and its records known.
internal sealed class CaseReady(CaseSubject subject)
{
    public CaseSubject Subject { get; } = subject;
}

// An option with all its derived facts known.
internal sealed class OptionReady(OptionSubject subject)
{
    public OptionSubject Subject { get; } = subject;
}

// The scores, gates and dissent that findings read.
internal sealed class ConclusionsKnown(IConclusions conclusions)
{
    public IConclusions Conclusions { get; } = conclusions;
}

// What lets the case in: it changes with what is of the case alone, not with its options.
internal sealed class CaseEntry(CaseContext context)
{
    public CaseContext Context { get; set; } = context;
}
