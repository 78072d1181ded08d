using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What a body should know before it votes: what it would gain or lose itself by what is recommended, and how its own assessors judged that, beside carrying on as now.</summary>
internal static class BodyPart
{
    private const int MostScores = 3;

    public static void Write(Brief brief, ReportContext report, IEnumerable<string> bodies)
    {
        var recommended = report.Recommended;
        foreach (var body in bodies)
        {
            List<string> parts = [.. Figures(body, [.. recommended.Select(r => r.Option)], report)];
            if (Scores(body, recommended, report) is { Length: > 0 } scores)
            {
                parts.Add(scores);
            }

            if (parts.Count > 0)
            {
                brief.ShouldPoint($"**{Escape(Words.Short(BodyWording.NameOf(body, report)))}**: {string.Join("; ", parts)}.");
            }
        }
    }

    // Figures that options have for each record of the list that the body stands in. Zero is no trade-off.
    private static IEnumerable<string> Figures(string body, List<OptionResult> options, ReportContext report)
    {
        var record = BodyWording.RecordOf(body, report);
        foreach (var fact in report.Pack.Schema.OptionFacts)
        {
            if (fact is not { Per.ListId: { } listId, TypeOfEach: NumberType type } || record?.List.Id != listId)
            {
                continue;
            }

            var figures = options.Select(o => (o.Option, Values: o.Option.Facts[fact])).Where(o => o.Values.IsKnown).Select(o => (o.Option, Figure: o.Values.List[record.Index]))
                .Where(o => o.Figure is { IsKnown: true, Number: not 0 })
                .Select(o => Escape(FigureWording.Of(o.Figure, fact, type, report)) + (report.Areas.Length > 1 ? $" ({Escape(Words.Short(report.NameOf(o.Option)))})" : "")).ToList();
            if (figures.Count > 0)
            {
                yield return $"{Escape(FigureWording.TitleOf(fact))}: {ValueWording.Join(figures)}";
            }
        }
    }

    // Of several areas only where the body is the lower side of a dissent, or scores it below what there is now: the annex has all.
    private static string Scores(string body, ImmutableArray<(ReportArea Area, OptionResult Option)> recommended, ReportContext report)
    {
        var scores = recommended.SelectMany(r => Scores(body, r.Area, r.Option, report)).OrderByDescending(s => s.IsLower).ThenByDescending(s => s.IsDissent).Take(MostScores).ToList();
        if (scores.Count == 0)
        {
            return "";
        }

        var said = scores.GroupBy(s => s.Option, StringComparer.Ordinal).Select(g => (report.Areas.Length > 1 ? $"{g.Key} " : "") + ValueWording.Join([.. g.Select(s => s.Text)]));
        return $"its assessors give, of 100, {string.Join("; ", said)}";
    }

    private static IEnumerable<OwnScore> Scores(string body, ReportArea area, OptionResult option, ReportContext report)
    {
        var today = area.Options.FirstOrDefault(o => o.Option.IsBaseline && o != option);
        foreach (var leaf in option.Criteria.SelectMany(CriterionTree.Leaves))
        {
            if (leaf.Bodies.FirstOrDefault(b => b.BodyId == body) is not { } own)
            {
                continue;
            }

            var dissent = JudgementsSection.IsDissent(report, leaf.Criterion, option);
            var now = today?.Criteria.SelectMany(CriterionTree.Leaves).FirstOrDefault(l => l.Criterion.Id == leaf.Criterion.Id)?.Bodies.FirstOrDefault(b => b.BodyId == body);
            var isLower = own.Value < now?.Value;
            if (report.Areas.Length == 1 || isLower || (dissent && own.Value == leaf.Bodies.Min(b => b.Value)))
            {
                List<string> beside = [.. now is null ? [] : new[] { $"as now {report.Number(now.Value)}" }, .. dissent ? new[] { "**dissent**" } : []];
                yield return new(
                    Escape(Words.Short(report.NameOf(option.Option))), $"{report.Number(own.Value)} for {Escape(Words.Shorten(leaf.Criterion.Title, 8))}{(beside.Count > 0 ? $" ({string.Join("; ", beside)})" : "")}", isLower, dissent);
            }
        }
    }

    private sealed record OwnScore(string Option, string Text, bool IsLower, bool IsDissent);
}
