using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text;

/// <summary>An area as a report shows it, or all of a result where there are no areas: what stands against each other, and what came of it.</summary>
/// <param name="Id">The id of the area; null without areas.</param>
/// <param name="Title">Its title; empty without areas.</param>
/// <param name="Recommendations">What is recommended in it.</param>
/// <param name="Options">Its options as a reader meets them: ranked, then shown only, not resolved, not kept, excluded; ties in file order.</param>
internal sealed record ReportArea(string? Id, string Title, ImmutableArray<Recommendation> Recommendations, ImmutableArray<OptionResult> Options)
{
    /// <summary>The eligible options by rank.</summary>
    public ImmutableArray<OptionResult> Ranked => field.IsDefault ? field = [.. Options.Where(o => o.Status == OptionStatus.Eligible)] : field;

    /// <summary>A heading for it: <c>Ranking</c>, or <c>Ranking: Payroll</c>.</summary>
    public string Heading(string what) => Title.Length > 0 ? $"{what}: {Title}" : what;

    /// <summary>The areas of a result in the order of the case; one without title where there are none.</summary>
    public static ImmutableArray<ReportArea> Of(AppraisalResult result)
    {
        var ids = result.Recommendations.Select(r => r.Area).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (ids.Count == 0)
        {
            return [new(null, "", result.Recommendations, InOrder(result.Options))];
        }

        return [.. ids.Select(id => new ReportArea(id, TitleOf(id, result), [.. result.Recommendations.Where(r => r.Area == id)], InOrder(result.Options.Where(o => o.Option.Area?.Id == id))))];
    }

    private static string TitleOf(string id, AppraisalResult result)
    {
        var records = result.Pack.Areas is { } list ? result.Case.RecordsOf(list) : null;
        return records?.FirstOrDefault(r => r.Id == id)?.Title ?? result.Options.FirstOrDefault(o => o.Option.Area?.Id == id)?.Option.Area!.Title ?? id;
    }

    private static ImmutableArray<OptionResult> InOrder(IEnumerable<OptionResult> options) =>
    [
        .. options.OrderByDescending(o => o.Status switch
        {
            OptionStatus.Eligible => 4,
            OptionStatus.ShownOnly => 3,
            OptionStatus.Unresolved => 2,
            OptionStatus.NotKept => 1,
            _ => 0,
        }).ThenBy(o => o.Rank ?? int.MaxValue).ThenBy(o => o.Option.Index),
    ];
}
