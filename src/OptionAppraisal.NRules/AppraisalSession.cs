using NRules;
using NRules.RuleModel;
using OptionAppraisal.Evaluation;
using OptionAppraisal.Facts;
using OptionAppraisal.NRules.Facts;
using OptionAppraisal.NRules.Rules;
using OptionAppraisal.NRules.Subjects;
using OptionAppraisal.Packs;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.NRules;

/// <summary>An appraisal that stays open: facts of the case may change, and what followed from them is concluded anew, by the pack's rules and an application's.</summary>
/// <remarks>
/// For one thread at a time. When rules have fired, the session of NRules holds the facts of the case and, as linked facts, what was concluded:
/// <see cref="DerivedValueFact"/>, <see cref="RowFact"/>, <see cref="GateFact"/>, <see cref="FindingFact"/>, <see cref="ScoreFact"/>, <see cref="StandingFact"/>
/// and <see cref="AppraisalFact"/>. Where the pack has stages, they are those of the last stage reached; gates and findings are then judged of options that left before, too.
/// </remarks>
public sealed class AppraisalSession
{
    private readonly CompiledApplication _application;
    private readonly NRulesEngine _engine;
    private readonly AppraisalDue _due;
    private KnownSubjects _subjects;
    private SessionFacts _facts;
    private CaseContext _context;
    private bool _isStarted;
    private bool _isBroken;
    private CancellationToken _cancellationToken;

    internal AppraisalSession(CompiledApplication application, AppraisalCase appraisalCase, NRulesEngine engine)
    {
        _application = application;
        _engine = engine;
        _due = new AppraisalDue(this);
        _subjects = new KnownSubjects(application.Layout, appraisalCase);
        _context = ContextOf(appraisalCase, application.Plan.Stages is [var first, ..] ? first.Stage : null);
        _facts = new SessionFacts(_context);
        Rules = application.Factory.CreateSession();
    }

    /// <summary>The session of NRules, for an application's own facts, events and services.</summary>
    /// <remarks>Facts of the case are changed by <see cref="Change"/> alone.</remarks>
    public ISession Rules { get; }

    /// <summary>The case as it stands.</summary>
    public AppraisalCase Case => _subjects.Current;

    /// <summary>What the appraisal came to when rules last fired; null before they did, and when the case changed since.</summary>
    public AppraisalOutcome? Outcome { get; private set; }

    /// <summary>How many times rules may fire in one appraisal before it is given up: two rules may set each other off for ever.</summary>
    public int MostFirings { get; set; } = 1_000_000;

    /// <summary>Fires what rules there are to fire.</summary>
    /// <param name="cancellationToken">Stops the work; the session is of no use then.</param>
    /// <returns>The result, or every problem found.</returns>
    /// <exception cref="InvalidOperationException">
    /// Rules fired more than <see cref="MostFirings"/> times, a rule of the application stopped the session, or the session failed before.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    /// <exception cref="RuleExpressionEvaluationException">A rule of the application failed.</exception>
    public AppraisalOutcome Appraise(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _cancellationToken = cancellationToken;
        Guard(() =>
        {
            Renew();
            if (!_isStarted)
            {
                _isStarted = true;
                Firing.InsertAll(Rules, _facts.All.Append(_due));
            }

            Firing.FireAll(Rules, MostFirings, cancellationToken);
        });
        return Outcome ?? throw new InvalidOperationException("a rule of the application stopped the session before the appraisal");
    }

    /// <summary>Takes the case as changed; what rests on nothing that changed stays concluded. Rules fire when it is next appraised.</summary>
    /// <param name="changed">
    /// The case, as <c>WithFacts</c> and <c>WithOption</c> make it from <see cref="Case"/>. A case with other records or other options is taken whole.
    /// </param>
    /// <exception cref="ArgumentException">It was read for another pack, or is of a day on which other law is in force: open a session for it.</exception>
    /// <exception cref="InvalidOperationException">The session failed before.</exception>
    /// <exception cref="RuleExpressionEvaluationException">A condition of the application failed; the session is of no use then.</exception>
    public void Change(AppraisalCase changed)
    {
        ArgumentNullException.ThrowIfNull(changed);
        if (changed.Rules is not RulePack pack || !ReferenceEquals(changed.Rules, Case.Rules) || !ReferenceEquals(LawOfTheDay.On(pack, changed), _application.Pack))
        {
            throw new ArgumentException($"the case {changed.Id} is of other rules than those of the session: open a session for it", nameof(changed));
        }

        if (ReferenceEquals(changed, Case))
        {
            return;
        }

        _cancellationToken = default;
        Outcome = null;
        Guard(() => Take(changed));
    }

    private void Take(AppraisalCase changed)
    {
        if (changed.Records != Case.Records || !changed.Options.Select(o => o.Id).SequenceEqual(Case.Options.Select(o => o.Id), StringComparer.Ordinal))
        {
            Replace(changed);
            return;
        }

        var isCaseChanged = !IsTheSame(changed, Case);
        _subjects.Current = changed;
        Update(ContextOf(changed, _context.Stage), isCaseChanged);
    }

    // Called by the rule that appraises, when every rule of the pack has fired. Null where there is no result, or the stage has to change first.
    internal (AppraisalResult Result, ConclusionsKnown Conclusions)? Conclude(IContext context)
    {
        var live = new LiveEngine(this);
        Outcome = AppraisalRun.Run(_application.Plan, Case, live, null, _cancellationToken);
        if (Outcome.Result is not { } result)
        {
            return null;
        }

        if (result.Stage.Id is { } reached && _context.Stage is { } stage && !string.Equals(reached, stage.Id, StringComparison.Ordinal))
        {
            MoveTo(context, _application.Plan.Stages.First(s => string.Equals(s.Stage.Id, reached, StringComparison.Ordinal)).Stage);
            return null;
        }

        return (result, new ConclusionsKnown(live.Conclusions!));
    }

    private CaseContext ContextOf(AppraisalCase appraisalCase, Stage? stage) => new(_application.Plan, _application.Layout, appraisalCase, stage, _subjects, _cancellationToken);

    // What fails half way leaves facts that do not belong together.
    private void Guard(Action work)
    {
        if (_isBroken)
        {
            throw new InvalidOperationException("the session failed before and is of no use: open a new one");
        }

        try
        {
            work();
        }
        catch
        {
            _isBroken = true;
            throw;
        }
    }

    private void Renew()
    {
        foreach (var context in _facts.Options.Select(o => o.Context).Append(_facts.Entry.Context).Append(_context).Distinct())
        {
            context.Renew(_cancellationToken);
        }
    }

    private void Replace(AppraisalCase changed)
    {
        if (_isStarted)
        {
            // What was concluded of the case before goes first: its rules would read it of options that are no more.
            Rules.Retract(_due);
            Rules.RetractAll(_facts.All);
        }

        _subjects = new KnownSubjects(_application.Layout, changed);
        _context = ContextOf(changed, _context.Stage);
        _facts = new SessionFacts(_context);
        if (_isStarted)
        {
            Rules.InsertAll(_facts.All.Append(_due));
        }
    }

    // The option facts that changed, and those of options that may read a baseline that changed.
    private void Update(CaseContext context, bool isCaseChanged)
    {
        var updated = new List<object>();
        var options = context.Case.Options;
        var changed = _facts.Options.Where(f => !ReferenceEquals(f.Option, options[f.Option.Index])).ToHashSet();
        var areas = changed.Where(f => f.Option.IsBaseline || options[f.Option.Index].IsBaseline).SelectMany(f => new[] { f.Option.Area, options[f.Option.Index].Area }).ToHashSet();
        foreach (var fact in _facts.Options)
        {
            var isUpdated = changed.Contains(fact) || areas.Contains(fact.Option.Area);
            if (isUpdated)
            {
                updated.Add(fact);
            }

            // Where the case itself changed, every option enters anew after it, without being updated.
            if (isUpdated || isCaseChanged)
            {
                fact.Change(context, options[fact.Option.Index]);
            }
        }

        updated.Add(_facts.Case);
        if (isCaseChanged)
        {
            _facts.Entry.Context = context;
            updated.Add(_facts.Entry);
        }

        _context = context;
        if (_isStarted)
        {
            updated.Add(_due);
            Rules.UpdateAll(updated);
        }
    }

    private void MoveTo(IContext rules, Stage stage)
    {
        _context = ContextOf(Case, stage);
        _facts.Entry.Context = _context;
        foreach (var option in _facts.Options)
        {
            option.Change(_context, option.Option);
        }

        rules.UpdateAll([_facts.Case, _facts.Entry, _due]);
    }

    private static bool IsTheSame(AppraisalCase one, AppraisalCase other) =>
        ReferenceEquals(one.Facts, other.Facts)
        && (one.AsOf, one.IsAsOfKnown) == (other.AsOf, other.IsAsOfKnown)
        && ReferenceEquals(one.Variation, other.Variation);

    // The engine for the appraisal inside the session: the stage at hand is read from what its rules concluded, stages gone past are judged apart.
    private sealed class LiveEngine(AppraisalSession owner) : IEvaluationEngine
    {
        public string Name => owner._engine.Name;

        public IConclusions? Conclusions { get; private set; }

        public IEvaluationSession Open(EvaluationPlan plan, AppraisalCase appraisalCase, Stage? stage, CancellationToken cancellationToken) =>
            ReferenceEquals(stage, owner._context.Stage) ? new LiveSession(owner, this) : owner._engine.Open(plan, appraisalCase, stage, cancellationToken);

        // Findings that wait for conclusions are told here what they will find when their rules fire.
        private sealed class LiveSession(AppraisalSession owner, LiveEngine engine) : IEvaluationSession
        {
            private readonly RuleLayout _layout = owner._application.Layout;
            private readonly KnownSubjects _subjects = owner._subjects;
            private readonly ExpressionSession _expressions = owner._context.Expressions;

            public Value Conclude(Rule rule, Subject subject) =>
                owner._application.Waiting.Contains(rule.Index) ? _expressions.Evaluate(rule, subject) : Conclusion.Of(_layout, _subjects, rule, subject);

            public int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths) =>
                Conclusion.OfRows(_layout, _subjects, rows, subject, untilTrue, truths);

            public Value Read(Operand operand, Subject subject) => _expressions.Read(operand, subject);

            public void Explain(Rule rule, Subject subject, Gaps gaps) => _expressions.Explain(rule, subject, gaps);

            public void Learn(IConclusions conclusions)
            {
                _expressions.Learn(conclusions);
                engine.Conclusions = conclusions;
            }

            public void Dispose()
            {
                // Nothing is held beyond memory.
            }
        }
    }
}
