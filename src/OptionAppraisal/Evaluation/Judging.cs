using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// One stage of an appraisal at work: the plan, the case, the stage, the engine's session and the problems so far.
internal sealed class Judging(EvaluationPlan plan, AppraisalCase appraisalCase, PlannedStage? stage, IEvaluationSession session, DiagnosticBag bag)
{
    private const int FewRows = 16;
    private readonly IKeepsDerived? _keeper = session as IKeepsDerived;
    private Truth[] _truths = [];

    public EvaluationPlan Plan { get; } = plan;

    public AppraisalCase Case { get; } = appraisalCase;

    public Stage? Stage { get; } = stage?.Stage;

    public PlannedStage? PlannedStage { get; } = stage;

    public IEvaluationSession Session { get; } = session;

    public DiagnosticBag Bag { get; } = bag;

    // What was worked out for each option and is not kept by the session, by the places of the operands: the tables of an option read the same.
    private Settled?[]? _settled;

    // What operands come to now.
    public OperandValues Trace(ImmutableArray<Operand> operands, Subject subject)
    {
        var values = new OperandValue[operands.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = subject.Option is { } option && subject.Record is null ? Trace(operands[i], option) : Read(operands[i], subject);
        }

        return new OperandValues(values);
    }

    // Works out what is read and not given, so that it can be looked up later without failing or asking the session, from whatever thread.
    // False where something has no place to be kept in until then.
    public bool Settle(ImmutableArray<Operand> operands, AppraisalOption option)
    {
        var isKept = true;
        foreach (var operand in operands)
        {
            if (operand.Read.IsGiven || KeptOf(operand.Read, option) is not null)
            {
                continue;
            }

            isKept &= operand.Place >= 0;
            if (operand.Place >= 0)
            {
                Trace(operand, option);
            }
        }

        return isKept;
    }

    // What is given, kept or settled, where it is.
    public OperandValue ValueOf(ReadName read, AppraisalOption option) =>
        read.IsOfOption ? new OperandValue(read, option.Facts)
        : read.IsOfCase ? new OperandValue(read, Case.Facts)
        : KeptOf(read, option) is { } worth ? new OperandValue(read, worth)
        : read.IsGiven ? Given(read, Subject.Of(option))
        : _settled![PlaceOf(read, option)]!.Value;

    private OperandValue Trace(Operand operand, AppraisalOption option)
    {
        if (KeptOf(operand.Read, option) is { } worth)
        {
            return new OperandValue(operand.Read, worth);
        }

        if (operand.Read.IsGiven || operand.Place < 0)
        {
            return Read(operand, Subject.Of(option));
        }

        _settled ??= new Settled?[Plan.OperandPlaces * Case.Options.Length];
        return (_settled[PlaceOf(operand.Read, option)] ??= new Settled(Read(operand, Subject.Of(option)))).Value;
    }

    private int PlaceOf(ReadName read, AppraisalOption option) => (option.Index * Plan.OperandPlaces) + read.Place;

    private OperandValue Read(Operand operand, Subject subject)
    {
        if (operand.Read.IsGiven)
        {
            return Given(operand.Read, subject);
        }

        var value = ReadAsked(operand, subject);
        return EvidenceOf(operand.Expression, subject) is { } evidence
            ? new OperandValue(operand.Name, value, operand.Expression.Type, evidence)
            : new OperandValue(operand.Read, new Worth(value));
    }

    private OperandValue Given(ReadName read, Subject subject) => read.Expression switch
    {
        CaseFactExpression => new OperandValue(read, Case.Facts),
        OptionFactExpression fact when (fact.OfBaseline ? Case.BaselineOf(subject.Area) : subject.Option) is { } owner => new OperandValue(read, owner.Facts),
        ContextExpression when subject.Option is { } option => new OperandValue(read, option.IsBaseline ? Worth.True : Worth.False),
        _ => new OperandValue(read.Name, default, read.Expression.Type, null),
    };

    // A derived fact of the option that was worked out in judging; null for what else is read.
    private Worth? KeptOf(ReadName read, AppraisalOption option) => read.OfOption is { } fact ? _keeper?.Kept(fact, option) : null;

    // Room for the truths of the rows of one table, which the next table takes over.
    public Span<Truth> RoomFor(int rows)
    {
        if (_truths.Length < rows)
        {
            _truths = new Truth[Math.Max(rows, FewRows)];
        }

        return new Span<Truth>(_truths, 0, rows);
    }

    // The trace asks more than judging did, such as a branch that was not taken: what cannot be worked out there is no error, and not known.
    private Value ReadAsked(Operand operand, Subject subject)
    {
        try
        {
            return Session.Read(operand, subject);
        }
        catch (JudgingException error) when (MayGoOn(error))
        {
            return default;
        }
    }

    // What the rows of the pack's tables score.
    public RowScores Rows { get; } = RowScores.Of(plan);

    public Evidence? EvidenceOf(Expression expression, Subject subject)
    {
        switch (expression)
        {
            case CaseFactExpression fact:
                return Case.Facts.EvidenceOf(fact.Fact);
            case OptionFactExpression fact:
                return (fact.OfBaseline ? BaselineOf(subject) : subject.Option)?.Facts.EvidenceOf(fact.Fact);
            case GradeExpression grade:
                return EvidenceOf(grade.Fact, subject);
            case MemberExpression member:
                return EvidenceOf(member, subject);
            case RecordFactExpression { Record: ThisRecordExpression } fact:
                return subject.Record?.Facts.EvidenceOf(fact.Fact);
            case RecordFactExpression fact:
                var record = Session.Read(new Operand("", fact.Record), subject);
                return record.IsKnown ? record.Record.Facts.EvidenceOf(fact.Fact) : null;
            default:
                return null;
        }
    }

    // How far apart bodies may be, in points of 0..100; null before the first day of a dated limit.
    public decimal? DissentLimit { get; } =
        plan.Pack.Parameters.FirstOrDefault(p => p.Id == "dissent_limit") is { } limit ? ParameterReading.Of(limit, appraisalCase) : plan.Pack.DissentLimit;

    // Whether the value tree is not touched by a stage or by what is tried out, so that it may be the same for every case.
    public bool IsWhole { get; } = (stage is null || stage.Stage.Criteria.IsEmpty) && appraisalCase.Variation.Weights.IsEmpty && appraisalCase.WeightSets.IsEmpty;

    // Whether what names stages counts in this one: what names none counts in every stage.
    public bool IsOfStage(ImmutableArray<string> stages) => stages.IsEmpty || Stage is null || stages.Contains(Stage.Id, StringComparer.Ordinal);

    // The weight of a criterion among its siblings: what is tried out, else that of the pack.
    public decimal WeightOf(Criterion criterion) =>
        Case.Variation.Weights is { IsEmpty: false } tried && tried.TryGetValue(criterion.Id, out var weight) ? weight : criterion.Weight;

    public void AddWeightsTooLarge() => Bag.Add(
        JudgingCodes.NumberTooLarge,
        Plan.Criteria[0].Criterion.Span,
        "weights times scores make a number larger than can be held exactly",
        "use smaller weights, such as parts of 100, and scales such as 0 to 100");

    private AppraisalOption? BaselineOf(Subject subject) => subject.Option is { } option ? Case.BaselineOf(option.Area) : null;

    private Evidence? EvidenceOf(MemberExpression member, Subject subject)
    {
        var values = member.Fact switch
        {
            CaseFactExpression => Case.Facts,
            OptionFactExpression { OfBaseline: true } => Case.BaselineOf(subject.Area)?.Facts,
            OptionFactExpression => subject.Option?.Facts,
            RecordFactExpression { Record: ThisRecordExpression } => subject.Record?.Facts,
            RecordFactExpression fact => Session.Read(new Operand("", fact.Record), subject) is { IsKnown: true } record ? record.Record.Facts : null,
            _ => null,
        };
        if (values is null || member.Record is not { } chosen)
        {
            return values?.EvidenceOf(member.Definition, member.Name);
        }

        return Session.Read(new Operand("", chosen), subject) is { IsKnown: true } its ? values.EvidenceOf(member.Definition, its.Record.Index) : null;
    }

    public void Explain(Rule rule, Subject subject, Gaps gaps) => Session.Explain(rule, subject, gaps);

    // Work that would only repeat the error of a step limit is not carried on with.
    public static bool MayGoOn(JudgingException error) => error.Diagnostic.Code != JudgingCodes.TooMuchWork;

    private sealed record Settled(OperandValue Value);
}
