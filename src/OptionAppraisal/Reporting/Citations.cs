using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting;

/// <summary>Citations joined, each once: the same source at the same place with the same words.</summary>
internal static class Citations
{
    public static List<SourceReference> Join(params IEnumerable<ImmutableArray<SourceReference>> lists)
    {
        var all = new List<SourceReference>();
        foreach (var list in lists)
        {
            foreach (var reference in list)
            {
                if (!all.Exists(r => Same(r, reference)))
                {
                    all.Add(reference);
                }
            }
        }

        return all;
    }

    /// <summary>Citations of what is in force on a day.</summary>
    public static List<SourceReference> On(DateOnly day, IReadOnlyList<SourceReference> references) =>
        [.. references.Select(r => r.Source.Versions.IsEmpty ? r : r with { Source = r.Source.On(day) })];

    public static bool Same(SourceReference a, SourceReference b) => Same(a.Source, b.Source) && a.At == b.At && a.Quote == b.Quote;

    /// <summary>Whether two sources are one; a case may define one of the same id as its pack.</summary>
    public static bool Same(Source a, Source b) => ReferenceEquals(a, b) || (a.Id == b.Id && a.Title == b.Title && a.Year == b.Year);
}
