using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Packs.Expressions;
using OptionAppraisal.Plans;

namespace OptionAppraisal.Analysis.Explaining;

/// <summary>Which row of a table of a derived fact decides.</summary>
internal static class DerivedTableReading
{
    /// <summary>The row that decides, of those in force on the day; null where it is not known which.</summary>
    public static DerivedTableRow? RowOf(DerivedTableExpression table, AppraisalCase appraisalCase, Func<Expression, Truth> judge)
    {
        var day = LawOfTheDay.DayOf(appraisalCase);
        DerivedTableRow? best = null;
        foreach (var row in table.Rows.Where(r => r.InForce?.Holds(day) != false))
        {
            var truth = row.When is { } when ? judge(when) : best is null ? Truth.True : Truth.False;
            if (truth == Truth.Unknown && (best is null || (table.HitPolicy == HitPolicy.Priority && row.Priority > best.Priority)))
            {
                return null;
            }

            if (truth == Truth.True && (best is null || (table.HitPolicy == HitPolicy.Priority && row.Priority > best.Priority)))
            {
                best = row;
            }
        }

        return best;
    }
}
