using NRules;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;

namespace OptionAppraisal.NRules;

// One session of rules for one stage of a case. The rules fire when something is first asked; what is asked is then read from what they concluded.
internal sealed class NRulesSession : IEvaluationSession, ICountsSteps
{
    private const int MostFirings = 100_000_000;
    private readonly CompiledRules _rules;
    private readonly CaseContext _context;
    private readonly KnownSubjects _subjects;
    private readonly CancellationToken _cancellationToken;
    private ISession? _session;

    public NRulesSession(CompiledRules rules, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken)
    {
        _rules = rules;
        _subjects = new KnownSubjects(rules.Layout, appraisalCase);
        _context = new CaseContext(rules.Plan, rules.Layout, appraisalCase, stage, _subjects, cancellationToken);
        _cancellationToken = cancellationToken;
    }

    public long Spent => _context.Expressions.Spent;

    public void Spend(long steps) => _context.Expressions.Spend(steps);

    public Value Conclude(Rule rule, Subject subject)
    {
        FireOnce();
        return Conclusion.Of(_rules.Layout, _subjects, rule, subject);
    }

    public int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
    {
        FireOnce();
        return Conclusion.OfRows(_rules.Layout, _subjects, rows, subject, untilTrue, truths);
    }

    public Value Read(Operand operand, Subject subject)
    {
        FireOnce();
        return _context.Expressions.Read(operand, subject);
    }

    public void Explain(Rule rule, Subject subject, Gaps gaps)
    {
        FireOnce();
        _context.Expressions.Explain(rule, subject, gaps);
    }

    public void Learn(IConclusions conclusions)
    {
        FireOnce();
        _context.Expressions.Learn(conclusions);
        _session!.Insert(new ConclusionsKnown(conclusions));
        Firing.FireAll(_session, MostFirings, _cancellationToken);
    }

    public void Dispose()
    {
        // Nothing is held beyond memory.
    }

    private void FireOnce()
    {
        if (_session is not null)
        {
            return;
        }

        _session = _rules.Factory.CreateSession();
        _session.AutoPropagateLinkedFacts = false;
        new WholeCase(_context).Judge(_session, MostFirings, _cancellationToken);
    }
}
