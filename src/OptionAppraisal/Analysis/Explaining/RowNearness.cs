using OptionAppraisal.Facts;

namespace OptionAppraisal.Analysis.Explaining;

// Which rows nearly held: those one test short. Of rows short on the same number, only the nearest in each direction.
internal static class RowNearness
{
    public static ImmutableArray<RowExplanation> Mark(IEnumerable<RowExplanation> rows)
    {
        ImmutableArray<RowExplanation> all = [.. rows];
        var nearest = all.Where(IsOneShort).GroupBy(r => KeyOf(Short(r)))
            .SelectMany(g => g.Key.Direction == 0 ? g : g.Where(r => Short(r).Distance == g.Min(o => Short(o).Distance)))
            .Select(r => r.Row).ToHashSet();
        return [.. all.Select(r => nearest.Contains(r.Row) ? r with { Nearly = true } : r)];
    }

    private static bool IsOneShort(RowExplanation row) =>
        row is { Outcome: RowOutcome.DoesNotHold, Decides: false } && row.Tests.Count(t => t.Outcome != Truth.True) == 1 && row.Tests.Any(t => t.Outcome == Truth.False);

    private static TestExplanation Short(RowExplanation row) => row.Tests.First(t => t.Outcome == Truth.False);

    private static (string Name, int Direction) KeyOf(TestExplanation test) => (test.Name, test.Distance is null ? 0 : test.Kind switch
    {
        TestKind.AtLeast or TestKind.MoreThan => 1,
        TestKind.AtMost or TestKind.Under => -1,
        _ => 0,
    });
}
