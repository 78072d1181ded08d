using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// One judging of one case by one thread. This part holds the state and the names; the operations and the explanations stand beside it.
internal sealed partial class ExactSession : IEvaluationSession, ICountsSteps, IKeepsDerived
{
    private static readonly Value NotKnown;

    private readonly ExactPlan _plan;
    private readonly DerivedLayout _layout;
    private readonly AppraisalCase _case;
    private readonly IDerivedFacts? _given;
    private readonly Value _stage;

    // By the place of the area; of a case without areas one alone.
    private readonly AppraisalOption?[] _baselines;
    private readonly Value[] _recordLists;
    private readonly Worth?[] _ofCase;
    private readonly Worth?[] _ofOptions;
    private readonly Worth?[]?[] _ofRecords;
    private WorkLimit _work;
    private IConclusions? _conclusions;

    // Whom the expression at hand is about, and where its variables start.
    private AppraisalOption? _option;
    private CaseRecord? _record;
    private CaseRecord? _area;
    private Value[] _locals = [];
    private int _frame;
    private int _frameSize;
    private int _depth;

    // Derived facts are worked out here, or, where some are given, by somebody else, who may change them.
    public ExactSession(ExactPlan plan, AppraisalCase appraisalCase, Stage? stage, IDerivedFacts? given, CancellationToken cancellationToken)
    {
        _given = given;
        var layout = plan.Derived;
        _plan = plan;
        _layout = layout;
        _case = appraisalCase;
        _stage = stage is null ? default : Value.Of(stage.Id);
        _baselines = BaselinesOf(appraisalCase);
        _work = new WorkLimit(cancellationToken);
        _ofCase = new Worth?[layout.OfCase.Length];
        _ofOptions = new Worth?[layout.OfOption.Length * appraisalCase.Options.Length];
        _ofRecords = new Worth?[layout.OfRecord.Length][];
        _recordLists = new Value[appraisalCase.Records.Length];
    }

    public Value Conclude(Rule rule, Subject subject)
    {
        Enter(rule, subject);
        return Evaluate(rule.Expression);
    }

    public Value Read(Operand operand, Subject subject)
    {
        Enter(operand.Slots, subject);
        return Evaluate(operand.Expression);
    }

    public long Spent => _work.Spent;

    public void Spend(long steps) => _work.Spend(steps);

    public Worth? Kept(DerivedFact fact, AppraisalOption option) => _ofOptions[PlaceOf(option, fact)];

    public void Learn(IConclusions conclusions) => _conclusions = conclusions;

    public void Dispose()
    {
        // Nothing is held beyond memory.
    }

    private void Enter(Rule rule, Subject subject)
    {
        var fits = rule.Scope.Kind switch
        {
            RuleScopeKind.Option => subject.Option is not null,
            RuleScopeKind.Record => subject.Record is not null,
            _ => true,
        };
        if (!fits)
        {
            throw new ArgumentException($"the rule {rule.Path} is asked about another subject than its scope {rule.Scope}", nameof(subject));
        }

        Enter(rule.Slots, subject);
    }

    private void Enter(int slots, Subject subject)
    {
        _option = subject.Option;
        if (!ReferenceEquals(_record, subject.Record))
        {
            _record = subject.Record;
        }

        if (!ReferenceEquals(_area, subject.Area))
        {
            _area = subject.Area;
        }

        _frame = 0;
        _frameSize = slots;
        _depth = 0;
        MakeRoom();
    }

    private void MakeRoom()
    {
        if (_locals.Length < _frame + _frameSize)
        {
            Array.Resize(ref _locals, Math.Max(Math.Max(8, _locals.Length * 2), _frame + _frameSize));
        }
    }

    private Value Evaluate(Expression expression)
    {
        _work.Step(expression);
        switch (expression.Kind)
        {
            case ExpressionKind.Constant:
                return ((ConstantExpression)expression).Value;
            case ExpressionKind.CaseFact:
                return _case.Facts[((CaseFactExpression)expression).Fact.Index];
            case ExpressionKind.OptionFact:
                var optionFact = (OptionFactExpression)expression;
                var owner = optionFact.OfBaseline ? Baseline : _option;
                return owner is null ? default : owner.Facts[optionFact.Fact.Index];
            case ExpressionKind.Parameter:
                return Value.Of(ValueOf((ParameterExpression)expression));
            case ExpressionKind.Local:
                return _locals[_frame + ((LocalExpression)expression).Slot];
            case ExpressionKind.RecordList:
                return RecordsOf(((RecordListExpression)expression).List);
            case ExpressionKind.ThisRecord:
                return _record is null ? default : Value.Of(_record);
            case ExpressionKind.Context:
                return ContextValue(((ContextExpression)expression).Name);
            case ExpressionKind.Conclusion:
                return _conclusions is null ? default : _conclusions.ValueOf((ConclusionExpression)expression, _option);
        }

        GoDeeper(expression);
        var value = Operate(expression);
        _depth--;
        return value;
    }

    private AppraisalOption? Baseline => _baselines[(_option?.Area ?? _area)?.Index ?? 0];

    private static AppraisalOption?[] BaselinesOf(AppraisalCase appraisalCase)
    {
        var baselines = new AppraisalOption?[1];
        foreach (var option in appraisalCase.Options)
        {
            var area = option.Area?.Index ?? 0;
            if (area >= baselines.Length)
            {
                Array.Resize(ref baselines, area + 1);
            }

            baselines[area] ??= option.IsBaseline ? option : null;
        }

        return baselines;
    }

    private void GoDeeper(Expression expression)
    {
        if ((++_depth & 31) == 0)
        {
            CheckDepth(expression);
        }
    }

    private void CheckDepth(Expression expression)
    {
        if (_depth > WorkLimit.MostDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw JudgingErrors.TooDeep(expression);
        }
    }

    private decimal ValueOf(ParameterExpression expression) =>
        ParameterReading.Of(expression.Parameter, _case) ?? throw JudgingErrors.ParameterNotYet(expression, _case.AsOf);

    private Value ContextValue(ContextName name) => name switch
    {
        ContextName.AsOf => _case.IsAsOfKnown ? Value.Of(_case.AsOf) : default,
        ContextName.Stage => _stage,
        ContextName.Area => _area is null ? default : Value.Of(_area),
        ContextName.IsBaseline => _option is null ? default : Value.Of(_option.IsBaseline),
        ContextName.OptionTitle => _option is null ? default : Value.Of(_option.Title),
        ContextName.OptionId => _option is null ? default : Value.Of(_option.Id),
        _ => default,
    };

    private Value RecordsOf(RecordListDefinition list)
    {
        if (_case.Records[list.Index] is not { } records)
        {
            return default;
        }

        ref var value = ref _recordLists[list.Index];
        if (value.IsUnknown)
        {
            var items = ImmutableArray.CreateBuilder<Value>(records.Length);
            foreach (var record in records)
            {
                items.Add(Value.Of(record));
            }

            value = Value.Of(new ValueList(items.MoveToImmutable()));
        }

        return value;
    }

    private Value Derived(DerivedExpression expression)
    {
        if (_given is not null)
        {
            return GivenValue(expression);
        }

        var index = expression.Fact.Index;
        switch (expression.Fact.Scope.Kind)
        {
            case RuleScopeKind.Case:
                return (_ofCase[index] ?? Remember(_ofCase, index, _layout.OfCase[index], null, null)).Value;
            case RuleScopeKind.Option:
                if ((expression.OfBaseline ? Baseline : _option) is not { } option)
                {
                    return default;
                }

                var place = PlaceOf(option, expression.Fact);
                return (_ofOptions[place] ?? Remember(_ofOptions, place, _layout.OfOption[index], option, null)).Value;
            default:
                return RecordOf(expression) is { } record ? DerivedOf(record, index) : default;
        }
    }

    private Value GivenValue(DerivedExpression expression)
    {
        switch (expression.Fact.Scope.Kind)
        {
            case RuleScopeKind.Case:
                return _given!.ValueOf(expression.Fact, Subject.Case);
            case RuleScopeKind.Option:
                return (expression.OfBaseline ? Baseline : _option) is { } option ? _given!.ValueOf(expression.Fact, Subject.Of(option)) : default;
            default:
                return RecordOf(expression) is { } record ? _given!.ValueOf(expression.Fact, Subject.Of(record)) : default;
        }
    }

    private int PlaceOf(AppraisalOption option, DerivedFact fact) => (option.Index * _layout.OfOption.Length) + fact.Index;

    private CaseRecord? RecordOf(DerivedExpression expression)
    {
        if (expression.Record is null)
        {
            return _record;
        }

        var record = Evaluate(expression.Record);
        return record.IsUnknown ? null : record.Record;
    }

    private Value DerivedOf(CaseRecord record, int index)
    {
        var list = record.List.Index;
        var rules = _layout.OfRecord[list];
        var memory = _ofRecords[list] ??= new Worth?[rules.Length * (_case.Records[list]?.Length ?? 0)];
        var place = (record.Index * rules.Length) + index;
        return (memory[place] ?? Remember(memory, place, rules[index], null, record)).Value;
    }

    private Worth Remember(Worth?[] memory, int place, Rule rule, AppraisalOption? option, CaseRecord? record)
    {
        var outer = Go(rule, option, record);
        var worth = new Worth(Evaluate(rule.Expression));
        Return(outer);
        memory[place] = worth;
        return worth;
    }

    // A derived fact is worked out for its own owner, with variables of its own.
    private Outer Go(Rule rule, AppraisalOption? option, CaseRecord? record)
    {
        var outer = new Outer(_option, _record, _frame, _frameSize);
        _option = option;
        _record = record;
        _frame += _frameSize;
        _frameSize = rule.Slots;
        MakeRoom();
        return outer;
    }

    private void Return(in Outer outer)
    {
        _option = outer.Option;
        _record = outer.Record;
        _frame = outer.Frame;
        _frameSize = outer.FrameSize;
    }

    private readonly record struct Outer(AppraisalOption? Option, CaseRecord? Record, int Frame, int FrameSize);
}
