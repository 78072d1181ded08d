using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// Why something is not known: the walk from a value down to the facts that were not given.
internal sealed partial class ExactSession
{
    // Derived facts seen in one explanation: many expressions may rest on the same ones.
    private HashSet<(DerivedFact Fact, object? Owner)> Seen => field ??= [];

    public void Explain(Rule rule, Subject subject, Gaps gaps)
    {
        Enter(rule, subject);
        Seen.Clear();
        if (HasGap(rule.Expression))
        {
            Walk(rule.Expression, gaps);
        }
    }

    // A branch that was not taken may end in an error: it explains nothing then.
    private bool HasGap(Expression expression)
    {
        var outer = new Outer(_option, _record, _frame, _frameSize);
        var depth = _depth;
        try
        {
            var value = Evaluate(expression);
            return value.IsUnknown || HasUnknownElement(value, expression);
        }
        catch (JudgingException error) when (error.Diagnostic.Code != JudgingCodes.TooMuchWork)
        {
            Return(outer);
            _depth = depth;
            return false;
        }
    }

    private bool HasUnknownElement(in Value value, Expression expression)
    {
        if (value.Kind == ValueKind.List)
        {
            _work.Steps(value.List.Size / 4, expression);
        }

        return HasUnknownElement(value);
    }

    private static bool HasUnknownElement(in Value value)
    {
        if (value.Kind == ValueKind.List)
        {
            foreach (var item in value.List.Items)
            {
                if (item.IsUnknown || HasUnknownElement(item))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Called only for expressions that have a gap.
    private void Walk(Expression expression, Gaps gaps)
    {
        GoDeeper(expression);
        switch (expression)
        {
            case CaseFactExpression or OptionFactExpression:
                WalkFact(expression, gaps);
                break;
            case RecordListExpression records:
                gaps.AddMissing($"records.{records.List.Id}");
                break;
            case RecordFactExpression fact:
                WalkRecordFact(fact, gaps);
                break;
            case MemberExpression member:
                WalkMember(member, gaps);
                break;
            case GradeExpression grade:
                WalkGrade(grade, gaps);
                break;
            case DerivedTableExpression table:
                WalkTable(table, gaps);
                break;
            case ContextExpression { Name: ContextName.Area } when _option is { } option:
                gaps.AddMissing($"options.{option.Id}.area");
                break;
            case DerivedExpression derived:
                WalkDerived(derived, gaps);
                break;
            case ConclusionExpression conclusion:
                _conclusions?.Explain(conclusion, _option, gaps);
                break;
            case IfExpression choice:
                WalkIf(choice, gaps);
                break;
            case QuantifiedExpression quantified:
                WalkElements(quantified.List, quantified.Slot, quantified.Condition, gaps);
                break;
            case ForExpression each:
                WalkElements(each.List, each.Slot, each.Body, gaps);
                break;
            case FilterExpression filter:
                WalkElements(filter.List, filter.Slot, filter.Condition, gaps);
                break;
            case IndexExpression index:
                WalkIndex(index, gaps);
                break;
            case ConstantExpression or LocalExpression or ParameterExpression or ThisRecordExpression or ContextExpression:
                break;
            default:
                WalkOperands(expression, gaps);
                break;
        }

        _depth--;
    }

    private void WalkOperands(Expression expression, Gaps gaps)
    {
        var found = false;
        foreach (var operand in expression.Operands)
        {
            if (HasGap(operand))
            {
                found = true;
                Walk(operand, gaps);
            }
        }

        if (!found)
        {
            gaps.AddUndefined(expression.Span);
        }
    }

    private void WalkRecordFact(RecordFactExpression expression, Gaps gaps)
    {
        var record = Evaluate(expression.Record);
        if (record.IsUnknown)
        {
            Walk(expression.Record, gaps);
        }
        else
        {
            WalkFact(expression, gaps);
        }
    }

    private void WalkDerived(DerivedExpression expression, Gaps gaps)
    {
        var fact = expression.Fact;
        AppraisalOption? option = null;
        CaseRecord? record = null;
        switch (fact.Scope.Kind)
        {
            case RuleScopeKind.Option:
                option = expression.OfBaseline ? Baseline : _option;
                if (option is null)
                {
                    return;
                }

                break;
            case RuleScopeKind.Record:
                record = RecordOf(expression);
                if (record is null)
                {
                    if (expression.Record is not null)
                    {
                        Walk(expression.Record, gaps);
                    }

                    return;
                }

                break;
        }

        if (!Seen.Add((fact, (object?)option ?? record)))
        {
            return;
        }

        var rule = fact.Scope.Kind switch
        {
            RuleScopeKind.Case => _layout.OfCase[fact.Index],
            RuleScopeKind.Option => _layout.OfOption[fact.Index],
            _ => _layout.OfRecord[fact.Scope.List!.Index][fact.Index],
        };
        var outer = Go(rule, option, record);
        Walk(rule.Expression, gaps);
        Return(outer);
    }

    private void WalkIf(IfExpression expression, Gaps gaps)
    {
        var truth = Evaluate(expression.Condition).Truth;
        if (truth == Truth.Unknown)
        {
            Walk(expression.Condition, gaps);
        }

        if (truth != Truth.False && HasGap(expression.Then))
        {
            Walk(expression.Then, gaps);
        }

        if (truth != Truth.True && HasGap(expression.Else))
        {
            Walk(expression.Else, gaps);
        }
    }

    private void WalkElements(Expression list, int slot, Expression body, Gaps gaps)
    {
        var value = Evaluate(list);
        if (value.IsUnknown || HasUnknownElement(value, list))
        {
            Walk(list, gaps);
        }

        if (value.IsUnknown)
        {
            return;
        }

        foreach (var item in value.List.Items)
        {
            _locals[_frame + slot] = item;
            if (HasGap(body))
            {
                Walk(body, gaps);
            }
        }
    }

    private void WalkIndex(IndexExpression expression, Gaps gaps)
    {
        var list = Evaluate(expression.List);
        var index = Evaluate(expression.Index);
        if (list.IsKnown && index.IsKnown && PlaceOf(index.Number, list.List.Count) is { } place && WithMembers(expression.List) is { } fact)
        {
            WalkMember(expression.List, fact, place, gaps);
        }
        else if (list.IsUnknown || (index.IsKnown && PlaceOf(index.Number, list.List.Count) is not null))
        {
            Walk(expression.List, gaps);
        }

        if (index.IsUnknown)
        {
            Walk(expression.Index, gaps);
        }
        else if (list.IsKnown && PlaceOf(index.Number, list.List.Count) is null)
        {
            gaps.AddUndefined(expression.Span);
        }
    }
}
