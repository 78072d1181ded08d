using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Evaluation;

/// <summary>Which rows of a table that gives a derived fact decide, once their conditions are judged; the same for every engine.</summary>
public static class DerivedTableRows
{
    /// <summary>The rows that are in force on the day of a case, in order.</summary>
    public static ImmutableArray<DerivedTableRow> Of(DerivedTableExpression table, AppraisalCase appraisalCase)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(appraisalCase);
        if (!table.IsDated)
        {
            return table.Rows;
        }

        var day = LawOfTheDay.DayOf(appraisalCase);
        return table.Rows.RemoveAll(r => r.InForce is { } dates && !dates.Holds(day));
    }

    /// <summary>The row that decides whatever is not known.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="truths">What the condition of each came to; false for the otherwise row, and for those after the first that holds under <c>first</c>.</param>
    /// <returns>The row; null where several may decide, where several hold that must not or must agree, and where none is left.</returns>
    public static DerivedTableRow? Decider(DerivedTableExpression table, ImmutableArray<DerivedTableRow> rows, ReadOnlySpan<Truth> truths)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.HitPolicy is HitPolicy.Unique or HitPolicy.Any && truths.Count(Truth.True) > 1)
        {
            return null;
        }

        var best = Best(table, rows, truths);
        DerivedTableRow? only = null;
        for (var i = 0; i < rows.Length; i++)
        {
            if (!MayDecide(table, rows, truths, best, i))
            {
                continue;
            }

            if (only is not null)
            {
                return null;
            }

            only = rows[i];
        }

        return only;
    }

    // First: those not known before the first that holds, and that; unique and any: those that hold; priority: the best that holds and those not
    // known above it. Where none holds: those not known, and otherwise.
    internal static ImmutableArray<DerivedTableRow> Candidates(DerivedTableExpression table, ImmutableArray<DerivedTableRow> rows, ReadOnlySpan<Truth> truths)
    {
        var best = Best(table, rows, truths);
        var candidates = ImmutableArray.CreateBuilder<DerivedTableRow>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (MayDecide(table, rows, truths, best, i))
            {
                candidates.Add(rows[i]);
            }
        }

        return candidates.DrainToImmutable();
    }

    private static int Best(DerivedTableExpression table, ImmutableArray<DerivedTableRow> rows, ReadOnlySpan<Truth> truths)
    {
        var best = -1;
        for (var i = 0; i < truths.Length; i++)
        {
            if (truths[i] == Truth.True && (best < 0 || (table.HitPolicy == HitPolicy.Priority && rows[i].Priority > rows[best].Priority)))
            {
                best = i;
            }
        }

        return best;
    }

    private static bool MayDecide(DerivedTableExpression table, ImmutableArray<DerivedTableRow> rows, ReadOnlySpan<Truth> truths, int best, int row)
    {
        if (best < 0)
        {
            return truths[row] == Truth.Unknown || rows[row].When is null;
        }

        return row == best || table.HitPolicy switch
        {
            HitPolicy.First => row < best && truths[row] == Truth.Unknown,
            HitPolicy.Priority => truths[row] == Truth.Unknown && (rows[row].Priority > rows[best].Priority || (rows[row].Priority == rows[best].Priority && row < best)),
            HitPolicy.Any => truths[row] == Truth.True,
            _ => false,
        };
    }
}
