using NRules;

namespace OptionAppraisal.NRules.Subjects;

// A case that nobody changes while it is judged. Its subjects go in at once, where in a session that stays open rules let them in one after another:
// first all of them, for what is derived of them, and then that they are ready.
internal sealed class WholeCase
{
    private readonly CaseContext _context;
    private readonly object[] _subjects;
    private readonly object[] _ready;

    public WholeCase(CaseContext context)
    {
        _context = context;
        var options = context.Case.Options;
        var subject = new CaseSubject(context);
        context.Subjects.Case = subject;
        _subjects = new object[options.Length + 1];
        _subjects[^1] = subject;
        _ready = new object[options.Length + 1];
        _ready[^1] = new CaseReady(subject);
        for (var i = 0; i < options.Length; i++)
        {
            var option = new OptionSubject(context, options[i]);
            context.Subjects[options[i]] = option;
            _subjects[i] = option;
            _ready[i] = new OptionReady(option);
        }
    }

    public void Judge(ISession session, int most, CancellationToken cancellationToken)
    {
        if (!_context.Plan.Derived.IsEmpty)
        {
            // The rules of a table's rows wait for its turn, which comes between those of other derived facts.
            session.AutoPropagateLinkedFacts = _context.Layout.DerivesByTables;
            session.InsertAll(_subjects);
            Firing.FireAll(session, most, cancellationToken);
            session.AutoPropagateLinkedFacts = false;
        }

        session.InsertAll(_context.Layout.FindsOfRecords ? [.. _ready, .. _context.Subjects.Case!.Records] : _ready);
        Firing.FireAll(session, most, cancellationToken);
    }
}
