using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

// Whether an expression may read a fact graded testimony. It judges nothing: every element of a list counts, whether or not a condition leaves it out.
internal sealed class TestimonyWalk(AppraisalCase appraisalCase)
{
    private readonly HashSet<(DerivedFact Fact, object? Owner)> _seen = [];
    private readonly Dictionary<int, IReadOnlyCollection<CaseRecord>> _locals = [];
    private AppraisalOption? _option;
    private CaseRecord? _record;

    private AppraisalOption? Baseline => _option is null ? null : appraisalCase.BaselineOf(_option.Area);

    public bool Finds(Expression expression, AppraisalOption? option, CaseRecord? record)
    {
        _option = option;
        _record = record;
        return Finds(expression);
    }

    private bool Finds(Expression expression)
    {
        switch (expression)
        {
            case CaseFactExpression fact:
                return IsTestimony(appraisalCase.Facts, fact.Fact);
            case OptionFactExpression fact:
                return (fact.OfBaseline ? Baseline : _option) is { } option && IsTestimony(option.Facts, fact.Fact);
            case RecordFactExpression fact when RecordsIn(fact.Record).Any(r => IsTestimony(r.Facts, fact.Fact)):
                return true;
            case DerivedExpression derived when OwnersOf(derived).Any(o => FindsIn(derived.Fact, o.Option, o.Record)):
                return true;
            case MemberExpression member:
                return FindsMember(member);
            case DerivedTableExpression table:
                return FindsInRows(table);
            case QuantifiedExpression quantified:
                return FindsInElements(quantified.List, quantified.Slot, quantified.Condition);
            case ForExpression each:
                return FindsInElements(each.List, each.Slot, each.Body);
            case FilterExpression filter:
                return FindsInElements(filter.List, filter.Slot, filter.Condition);
            default:
                return FindsInOperands(expression);
        }
    }

    private bool FindsInOperands(Expression expression)
    {
        foreach (var operand in expression.Operands)
        {
            if (Finds(operand))
            {
                return true;
            }
        }

        return false;
    }

    private bool FindsInElements(Expression list, int slot, Expression body)
    {
        if (Finds(list))
        {
            return true;
        }

        _locals[slot] = RecordsIn(list);
        return Finds(body);
    }

    private IEnumerable<(AppraisalOption? Option, CaseRecord? Record)> OwnersOf(DerivedExpression derived) => derived.Fact.Scope.Kind switch
    {
        RuleScopeKind.Case => [(null, null)],
        RuleScopeKind.Option => [(derived.OfBaseline ? Baseline : _option, null)],
        _ when derived.Record is null => [(null, _record)],
        _ => RecordsIn(derived.Record).Select(r => ((AppraisalOption?)null, (CaseRecord?)r)),
    };

    // A derived fact is looked at once for each owner; its variables are its own.
    private bool FindsIn(DerivedFact fact, AppraisalOption? option, CaseRecord? record) =>
        _seen.Add((fact, (object?)option ?? record)) && Elsewhere(option, record, w => w.Finds(fact.Value));

    private T Elsewhere<T>(AppraisalOption? option, CaseRecord? record, Func<TestimonyWalk, T> look)
    {
        var outer = (_option, _record, Locals: new Dictionary<int, IReadOnlyCollection<CaseRecord>>(_locals));
        _option = option;
        _record = record;
        _locals.Clear();
        var result = look(this);
        (_option, _record) = (outer._option, outer._record);
        _locals.Clear();
        foreach (var (slot, records) in outer.Locals)
        {
            _locals[slot] = records;
        }

        return result;
    }

    // The records that an expression may give, whatever its conditions say.
    private IReadOnlyCollection<CaseRecord> RecordsIn(Expression expression)
    {
        if (!GivesRecords(expression.Type))
        {
            return [];
        }

        switch (expression)
        {
            case ConstantExpression constant:
                return In(constant.Value);
            case CaseFactExpression fact:
                return In(appraisalCase.Facts[fact.Fact]);
            case OptionFactExpression fact:
                return (fact.OfBaseline ? Baseline : _option) is { } option ? In(option.Facts[fact.Fact]) : [];
            case RecordFactExpression fact:
                return [.. RecordsIn(fact.Record).SelectMany(r => In(r.Facts[fact.Fact])).Distinct()];
            case RecordListExpression records:
                return appraisalCase.RecordsOf(records.List) ?? [];
            case LocalExpression local:
                return _locals.GetValueOrDefault(local.Slot) ?? [];
            case ThisRecordExpression:
                return _record is null ? [] : [_record];
            case ContextExpression { Name: ContextName.Area }:
                return _option?.Area is { } area ? [area] : [];
            case DerivedExpression derived:
                return [.. OwnersOf(derived).ToList().SelectMany(o => Elsewhere(o.Option, o.Record, w => w.RecordsIn(derived.Fact.Value))).Distinct()];
            case MemberExpression { Name: >= 0 and var name } member:
                return [.. ValuesOf(member.Fact).SelectMany(v => v[member.Definition] is { IsKnown: true } values ? In(values.List[name]) : []).Distinct()];
            case MemberExpression member:
                return RecordsIn(member.Fact);
            case ForExpression each:
                _locals[each.Slot] = RecordsIn(each.List);
                return RecordsIn(each.Body);
            default:
                return [.. expression.Operands.SelectMany(RecordsIn).Distinct()];
        }
    }

    private static bool GivesRecords(FactType type) => type is ReferenceType || (type is ListType list && GivesRecords(list.Element));

    private static IReadOnlyCollection<CaseRecord> In(Value value) => value.Kind switch
    {
        ValueKind.Record => [value.Record],
        ValueKind.List => [.. value.List.SelectMany(In).Distinct()],
        _ => [],
    };

    private static bool IsTestimony(FactValues values, FactDefinition fact) => values.AllEvidenceOf(fact).Any(e => e.Grade == EvidenceGrade.Testimony);

    private static bool IsTestimony(FactValues values, FactDefinition fact, int member) => values.EvidenceOf(fact, member)?.Grade == EvidenceGrade.Testimony;

    // The member that is read; of one chosen by a record those of all records that may be meant.
    private bool FindsMember(MemberExpression expression)
    {
        ImmutableArray<int> members = expression.Record is { } record ? [.. RecordsIn(record).Select(r => r.Index)] : [expression.Name];
        return ValuesOf(expression.Fact).Any(v => members.Any(m => IsTestimony(v, expression.Definition, m)))
            || (expression.Record is { } its && Finds(its))
            || (expression.Fact is RecordFactExpression fact && Finds(fact.Record));
    }

    private IEnumerable<FactValues> ValuesOf(Expression fact) => fact switch
    {
        CaseFactExpression => [appraisalCase.Facts],
        OptionFactExpression { OfBaseline: var ofBaseline } => (ofBaseline ? _option is null ? null : appraisalCase.BaselineOf(_option.Area) : _option) is { } option ? [option.Facts] : [],
        RecordFactExpression ofRecord => RecordsIn(ofRecord.Record).Select(r => r.Facts),
        _ => [],
    };

    private bool FindsInRows(DerivedTableExpression table)
    {
        var day = LawOfTheDay.DayOf(appraisalCase);
        return table.Rows.Any(r => r.InForce?.Holds(day) != false && ((r.When is { } when && Finds(when)) || Finds(r.Value)));
    }
}
