using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;

namespace OptionAppraisal.Evaluation;

// Whether an expression may read a fact graded testimony. It judges nothing: every element of a list counts, whether or not a condition leaves it out.
internal sealed class TestimonyWalk(AppraisalCase appraisalCase)
{
    private readonly HashSet<(DerivedFact Fact, object? Owner)> _seen = [];
    private readonly Dictionary<int, IReadOnlyCollection<CaseRecord>> _locals = [];
    private AppraisalOption? _option;
    private CaseRecord? _record;

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
                return (fact.OfBaseline ? appraisalCase.Baseline : _option) is { } option && IsTestimony(option.Facts, fact.Fact);
            case RecordFactExpression fact when RecordsIn(fact.Record).Any(r => IsTestimony(r.Facts, fact.Fact)):
                return true;
            case DerivedExpression derived when OwnersOf(derived).Any(o => FindsIn(derived.Fact, o.Option, o.Record)):
                return true;
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
        RuleScopeKind.Option => [(derived.OfBaseline ? appraisalCase.Baseline : _option, null)],
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
                return (fact.OfBaseline ? appraisalCase.Baseline : _option) is { } option ? In(option.Facts[fact.Fact]) : [];
            case RecordFactExpression fact:
                return [.. RecordsIn(fact.Record).SelectMany(r => In(r.Facts[fact.Fact])).Distinct()];
            case RecordListExpression records:
                return appraisalCase.RecordsOf(records.List) ?? [];
            case LocalExpression local:
                return _locals.GetValueOrDefault(local.Slot) ?? [];
            case ThisRecordExpression:
                return _record is null ? [] : [_record];
            case DerivedExpression derived:
                return [.. OwnersOf(derived).ToList().SelectMany(o => Elsewhere(o.Option, o.Record, w => w.RecordsIn(derived.Fact.Value))).Distinct()];
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

    private static bool IsTestimony(FactValues values, FactDefinition fact) => values.EvidenceOf(fact)?.Grade == EvidenceGrade.Testimony;
}
