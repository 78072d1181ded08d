using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>A finding that the stage wants told whatever its severity.</summary>
/// <param name="About">Whom it is about, by title, where its words do not say so; otherwise empty.</param>
/// <param name="Finding">The finding.</param>
internal sealed record ShownFinding(string About, FindingResult Finding)
{
    /// <summary>The heading above them.</summary>
    public const string Heading = "What this stage reports";

    private const int MostMissing = 2;

    public bool IsKnown => Finding.Outcome == FindingOutcome.Raised;

    /// <summary>The findings that the stage of a result shows, in the order in which it names them.</summary>
    public static ImmutableArray<ShownFinding> Of(ReportContext report)
    {
        if (report.Result.Stage.Stage is not { Shows: { IsEmpty: false } shows })
        {
            return [];
        }

        var options = Options(report);
        return
        [
            .. shows.SelectMany(id =>
                report.Result.Findings.Where(f => f.Finding.Id == id).Select(f => new ShownFinding(AboutRecord(f), f))
                    .Concat(options.SelectMany(o => o.Option.Findings.Where(f => f.Finding.Id == id).Select(f => new ShownFinding(o.Title, f))))
                    .GroupBy(s => (s.Finding.Finding.Id, s.Finding.Outcome, s.Finding.Text, IsNamed: s.About.Length > 0))
                    .Select(g => new ShownFinding(
                        g.Key.IsNamed ? ValueWording.Join([.. g.Select(s => s.About)]) : "", g.First().Finding with { Missing = [.. g.SelectMany(s => s.Finding.Missing).Distinct(StringComparer.Ordinal)] }))),
        ];
    }

    /// <summary>What a reader must know first of one that is not known: <c>Cannot be ruled out</c>, and what is not known.</summary>
    public (string Verdict, string Missing) Doubt(ReportContext report)
    {
        var missing = report.Missing(Finding.Missing).Select(m => m.Owner.Length > 0 && m.Owner != About ? $"{m.Fact} ({m.Owner})" : m.Fact).ToList();
        var more = missing.Count > MostMissing ? $"; {ReportContext.Count(missing.Count - MostMissing, "more", "more")}" : "";
        return ("Cannot be ruled out", missing.Count == 0 ? "" : $"(not known: {string.Join("; ", missing.Take(MostMissing))}{more})");
    }

    // What is recommended now, and what of the unresolved is nearest to it: by title unless it goes without saying.
    private static List<(string Title, OptionResult Option)> Options(ReportContext report)
    {
        var options = new List<(string Title, OptionResult Option)>();
        foreach (var (area, recommendation) in report.Areas.SelectMany(a => a.Recommendations.Take(1).Select(r => (a, r))))
        {
            // Of a tie all that stand first.
            if (recommendation.Option is null)
            {
                options.AddRange(area.Ranked.Where(o => o.Rank == 1).Select(o => (report.NameOf(o.Option), o)));
            }
            else if (area.Options.FirstOrDefault(o => o.Option.Id == recommendation.Option.Id) is { } first)
            {
                options.Add((report.Areas.Length > 1 ? report.NameOf(first.Option) : "", first));
            }

            var rival = Settlement.Of(report.Result, recommendation).Rivals.Where(o => o.Status == OptionStatus.Unresolved)
                .OrderByDescending(o => o.Lowest).ThenByDescending(o => o.Highest).FirstOrDefault();
            if (rival is not null)
            {
                options.Add((report.NameOf(rival.Option), rival));
            }
        }

        return options;
    }

    private static string AboutRecord(FindingResult finding) =>
        finding is { Finding.Scope.Kind: RuleScopeKind.Record, Record: { } record } && !finding.Text.Contains(record.Title, StringComparison.OrdinalIgnoreCase) ? record.Title : "";
}
