using System.Runtime.CompilerServices;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation.Exact;

// The rows of decision tables, laid out flat beforehand: most of an appraisal is spent here.
internal sealed partial class ExactSession
{
    public int JudgeRows(ImmutableArray<Rule> rows, Subject subject, bool untilTrue, Span<Truth> truths)
    {
        if (rows.IsEmpty)
        {
            return 0;
        }

        Enter(rows[0], subject);
        var tests = _plan.TestsOf(rows);
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Slots > _frameSize)
            {
                Enter(rows[i], subject);
            }

            truths[i] = tests.IsEmpty ? Judge(rows[i].Expression) : Judge(tests[i]!);
            if (untilTrue && truths[i] == Truth.True)
            {
                return i + 1;
            }
        }

        return rows.Length;
    }

    private Truth Judge(CellTest test)
    {
        if (test.Kind == CellTestKind.Interpreted)
        {
            return Judge(test.Expression);
        }

        if (test.Kind is CellTestKind.All or CellTestKind.Any)
        {
            return Joined(test);
        }

        _work.Step(test.Expression);
        ref readonly var value = ref Look(test, out var near);
        return value.Kind switch
        {
            ValueKind.Unknown => Truth.Unknown,
            ValueKind.Number when test.Kind == CellTestKind.Number => Of(test.NumberHolds(value, near)),
            ValueKind.Number when test.Kind == CellTestKind.Range => Of(test.RangeHolds(value, near)),
            ValueKind.Boolean when test.Kind == CellTestKind.Boolean => Of(value.IsTrue == test.Wanted),
            ValueKind.Choice when test.Kind == CellTestKind.Choice => Of(string.Equals(value.Text, test.Member, StringComparison.Ordinal) == test.Wanted),
            _ => Judge(test.Expression),
        };
    }

    private Truth Joined(CellTest test)
    {
        _work.Step(test.Expression);
        var deciding = test.Kind == CellTestKind.All ? Truth.False : Truth.True;
        var result = Comparing.Not(deciding);
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

    // The value that a test reads, where it is kept, and nearly as a double.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref readonly Value Look(CellTest test, out double near)
    {
        if (test.From == FactPlace.DerivedOfOption)
        {
            ref var memory = ref _ofOptions[(_option!.Index * _layout.OfOption.Length) + test.Fact];
            if (!memory.IsSet)
            {
                Evaluate(test.Operand!);
            }

            near = memory.Near;
            return ref memory.Value;
        }

        var facts = test.From == FactPlace.Option ? _option!.Facts : test.From == FactPlace.Case ? _case.Facts : _baseline?.Facts;
        if (facts is null)
        {
            near = 0;
            return ref NotKnown;
        }

        near = facts.Near(test.Fact);
        return ref facts.At(test.Fact);
    }

    private static Truth Of(bool holds) => holds ? Truth.True : Truth.False;
}
