using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// The rows of decision tables, laid out flat beforehand: most of an appraisal is spent here.
internal sealed partial class ExactSession
{
    public Truth Judge(Rule rule, Subject subject)
    {
        Enter(rule, subject);
        return _plan.TestOf(rule) is not { } test ? Judge(rule.Expression)
            : _option is { } option ? Judge(test, option.Facts.AllKept, option.Index * _layout.OfOption.Length)
            : Judge(test.Exact);
    }

    public int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
    {
        if (rows.IsEmpty)
        {
            return 0;
        }

        if (_plan.TableOf(rows) is not { } table)
        {
            return Interpret(rows, subject, untilTrue, truths);
        }

        if (subject.Option is null)
        {
            // Refused: rows are about options.
            Enter(rows[0], subject);
        }

        Enter(table.Slots, subject);
        return Judge(table, untilTrue, truths);
    }

    // By itself, so that what the rows share stays at hand.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Judge(FlatTable table, bool untilTrue, Span<Truth> truths)
    {
        var tests = table.Tests;
        var facts = _option!.Facts.AllKept;
        var derived = _option.Index * _layout.OfOption.Length;
        for (var i = 0; i < tests.Length; i++)
        {
            var truth = Judge(tests[i], facts, derived);
            truths[i] = truth;
            if (untilTrue && truth == Truth.True)
            {
                return i + 1;
            }
        }

        return tests.Length;
    }

    // Rows of another plan, as they stand.
    private int Interpret(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            Enter(rows[i], subject);
            truths[i] = Judge(rows[i].Expression);
            if (untilTrue && truths[i] == Truth.True)
            {
                return i + 1;
            }
        }

        return rows.Length;
    }

    // By doubles where these are sure. Facts are those of the option; its derived facts start at a place among all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Truth Judge(FlatTest test, FactValues.Kept[] facts, int derived)
    {
        var truth = Truth.True;
        var steps = test.IsJoined ? 1 : 0;
        var cells = test.Cells;
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var cell = ref cells[i];
            var near = Near(cell, facts, derived);
            if (near > cell.HoldsAbove && near < cell.HoldsBelow)
            {
                steps++;
                continue;
            }

            if (near < cell.FailsBelow || near > cell.FailsAbove)
            {
                steps++;
                truth = Truth.False;
                break;
            }

            truth = Comparing.And(truth, Judge(cell.Exact));
            if (truth == Truth.False)
            {
                break;
            }
        }

        _work.Steps(steps, test.Exact.Expression);
        return truth;
    }

    // What a cell tells by, where it is known or worked out already; otherwise no number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double Near(in FlatCell cell, FactValues.Kept[] facts, int derived) => cell.From switch
    {
        FactPlace.Option => facts[cell.Fact].Near,
        FactPlace.DerivedOfOption => _ofOptions[derived + cell.Fact]?.Near ?? double.NaN,
        FactPlace.Case => _case.Facts.At(cell.Fact).Near,
        _ => double.NaN,
    };

    private Truth Judge(CellTest test)
    {
        switch (test.Kind)
        {
            case CellTestKind.All or CellTestKind.Any:
                return Joined(test);
            case CellTestKind.Interpreted:
                return Judge(test.Expression);
        }

        _work.Step(test.Expression);
        ref readonly var value = ref Look(test);
        if (value.Kind == ValueKind.Number)
        {
            return Of(test.Kind == CellTestKind.Number ? test.NumberHolds(value) : test.RangeHolds(value));
        }

        return value.Kind switch
        {
            ValueKind.Unknown => Truth.Unknown,
            ValueKind.Boolean => Of(value.IsTrue == test.Wanted),
            _ => Of(string.Equals(value.Text, test.Member, StringComparison.Ordinal) == test.Wanted),
        };
    }

    private Truth Joined(CellTest test)
    {
        _work.Step(test.Expression);
        var deciding = test.Kind == CellTestKind.All ? Truth.False : Truth.True;
        var result = test.Kind == CellTestKind.All ? Truth.True : Truth.False;
        foreach (var part in test.Parts)
        {
            var truth = Judge(part);
            if (truth == deciding)
            {
                return deciding;
            }

            if (truth == Truth.Unknown)
            {
                result = Truth.Unknown;
            }
        }

        return result;
    }

    // The value that a test reads, where it is kept.
    private ref readonly Value Look(CellTest test)
    {
        if (test.From == FactPlace.DerivedOfOption)
        {
            return ref (_ofOptions[(_option!.Index * _layout.OfOption.Length) + test.Fact] ?? WorkOut((DerivedExpression)test.Operand!)).Value;
        }

        var facts = test.From == FactPlace.Option ? _option!.Facts : test.From == FactPlace.Case ? _case.Facts : Baseline?.Facts;
        if (facts is null)
        {
            return ref NotKnown;
        }

        return ref facts.At(test.Fact).Value;
    }

    // A derived fact of the option, which is then remembered.
    private Worth WorkOut(DerivedExpression expression)
    {
        _work.Step(expression);
        GoDeeper(expression);
        var worth = _given is null
            ? Remember(_ofOptions, PlaceOf(_option!, expression.Fact), _layout.OfOption[expression.Fact.Index], _option, null)
            : new Worth(_given.ValueOf(expression.Fact, Subject.Of(_option!)));
        _depth--;
        return worth;
    }

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
