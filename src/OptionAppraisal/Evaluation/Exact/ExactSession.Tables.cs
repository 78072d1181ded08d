using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// Tables of derived facts: the value of the row that decides, or that on which all rows agree that may decide.
internal sealed partial class ExactSession
{
    private Value DerivedTable(DerivedTableExpression table)
    {
        var rows = DerivedTableRows.Of(table, _case);
        var truths = JudgeRows(table, rows);
        CheckRows(table, rows, truths);
        if (DerivedTableRows.Decider(table, rows, truths) is { } only)
        {
            return Evaluate(only.Value);
        }

        Value agreed = default;
        foreach (var row in DerivedTableRows.Candidates(table, rows, truths))
        {
            var value = TryEvaluate(row.Value);
            if (value.IsUnknown || (agreed.IsKnown && Comparing.AreEqual(agreed, value) != Truth.True))
            {
                return default;
            }

            agreed = agreed.IsKnown ? agreed : value;
        }

        return agreed;
    }

    private Truth[] JudgeRows(DerivedTableExpression table, ImmutableArray<DerivedTableRow> rows)
    {
        var truths = new Truth[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            truths[i] = rows[i].When is { } when ? Judge(when) : Truth.False;
            if (table.HitPolicy == HitPolicy.First && truths[i] == Truth.True)
            {
                break;
            }
        }

        return truths;
    }

    private void CheckRows(DerivedTableExpression table, ImmutableArray<DerivedTableRow> rows, Truth[] truths)
    {
        var first = Array.IndexOf(truths, Truth.True);
        if (first < 0)
        {
            if (Array.IndexOf(truths, Truth.Unknown) < 0 && OtherwiseOf(rows) is null)
            {
                throw JudgingErrors.NoRowGivesAValue(table, NameOf(table), ReadsOf(table));
            }

            return;
        }

        if (table.HitPolicy is not (HitPolicy.Unique or HitPolicy.Any))
        {
            return;
        }

        for (var i = first + 1; i < truths.Length; i++)
        {
            if (truths[i] == Truth.True && (table.HitPolicy == HitPolicy.Unique || Comparing.AreEqual(Evaluate(rows[first].Value), Evaluate(rows[i].Value)) == Truth.False))
            {
                throw JudgingErrors.TwoRowsGiveAValue(table, NameOf(table), rows[first], rows[i]);
            }
        }
    }

    private static DerivedTableRow? OtherwiseOf(ImmutableArray<DerivedTableRow> rows) => rows is [.., { When: null } last] ? last : null;

    // The value of a row that may not decide: one that would end in an error is not known.
    private Value TryEvaluate(Expression expression)
    {
        var outer = new Outer(_option, _record, _frame, _frameSize);
        var depth = _depth;
        try
        {
            return Evaluate(expression);
        }
        catch (JudgingException error) when (error.Diagnostic.Code != JudgingCodes.TooMuchWork)
        {
            Return(outer);
            _depth = depth;
            return default;
        }
    }

    // The conditions that leave open which row decides, and the values not known of the rows that may, rows top down.
    private void WalkTable(DerivedTableExpression table, Gaps gaps)
    {
        var rows = DerivedTableRows.Of(table, _case);
        var truths = JudgeRows(table, rows);
        var found = false;
        var candidates = DerivedTableRows.Candidates(table, rows, truths);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!candidates.Contains(rows[i]))
            {
                continue;
            }

            if (rows[i].When is { } when && truths[i] == Truth.Unknown)
            {
                found = true;
                Walk(when, gaps);
            }

            if (HasGap(rows[i].Value))
            {
                found = true;
                Walk(rows[i].Value, gaps);
            }
        }

        if (!found)
        {
            gaps.AddUndefined(table.Span);
        }
    }

    // The rule whose table it is, for messages: nothing else needs to find it.
    private Rule? RuleOf(DerivedTableExpression table) =>
        _layout.OfCase.Concat(_layout.OfOption).Concat(_layout.OfRecord.SelectMany(r => r)).FirstOrDefault(r => ReferenceEquals(r?.Expression, table));

    private string NameOf(DerivedTableExpression table)
    {
        var path = RuleOf(table)?.Path ?? "";
        var id = path[(path.LastIndexOf('.') + 1)..];
        return _record is { } record ? $"`{id}` of the record `{record.Id}`" : _option is { } option ? $"`{id}` of the option `{option.Id}`" : $"`{id}`";
    }

    private string ReadsOf(DerivedTableExpression table)
    {
        var operands = RuleOf(table)?.Operands ?? [];
        return operands.IsEmpty ? "" : ": " + string.Join(", ", operands.Select(o => $"`{o.Name}` is {TryEvaluate(o.Expression)}"));
    }
}
