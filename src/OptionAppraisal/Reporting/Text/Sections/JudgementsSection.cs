using OptionAppraisal.Analysis;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What people judged, by body, with where the bodies are far apart.</summary>
internal static class JudgementsSection
{
    private const int WidthOfTheRest = 36;
    private const int WidthOfABody = 14;

    public static void Write(ReportContext report)
    {
        var judged = Judgements(report);
        if (judged.Count == 0)
        {
            return;
        }

        var page = report.Page;
        page.Heading("Judgements by body");
        page.Paragraph($"Values from 0 to 100. Bodies more than {report.Number(report.Result.DissentLimit)} apart are marked as dissent.");
        foreach (var (criterion, rows) in judged)
        {
            page.Blank();
            page.Paragraph(new(criterion.Title, TextRole.Strong));
            page.Table(Table(report, criterion, rows));
            Reasons(report, criterion);
        }

        SideSection.OnScores(report);
    }

    /// <summary>The judged criteria that have means of bodies, with a row for each option that has.</summary>
    public static List<Judged> Judgements(ReportContext report) =>
        [.. report.Pack.AllCriteria.Where(c => c.Leaf is JudgedLeaf).Select(c => new Judged(c, Rows(c, report))).Where(j => j.Rows.Count > 0)];

    public static bool IsDissent(ReportContext report, Criterion criterion, OptionResult option) =>
        report.Result.Dissent.Any(d => d.Criterion.Id == criterion.Id && d.Option.Id == option.Option.Id);

    // A column for each body where there are few; otherwise all bodies in one.
    private static TextTable Table(ReportContext report, Criterion criterion, List<JudgedRow> rows)
    {
        var bodies = rows.SelectMany(r => r.Bodies.Select(b => b.BodyId)).Distinct(StringComparer.Ordinal).ToList();
        var inColumns = WidthOfTheRest + (WidthOfABody * bodies.Count) <= report.Page.Width;
        var table = new TextTable(
        [
            new("Option", Flexible: true),
            .. inColumns ? bodies.Select(b => new TextColumn(BodyWording.NameOf(b, report), Right: true, Flexible: true)) : [new TextColumn("Judged by", Flexible: true)],
            new("Apart", Right: true),
            new(""),
        ]);
        foreach (var (option, means) in rows)
        {
            var apart = means.Max(b => b.Value) - means.Min(b => b.Value);
            var dissent = IsDissent(report, criterion, option);
            table.Add(
            [
                option.Option.Title,
                .. inColumns ? bodies.Select(b => Cell(means.FirstOrDefault(m => m.BodyId == b), report)) : [(Phrase)BodyWording.Means(means, report)],
                means.Length > 1 ? report.Number(apart) : "-",
                new(dissent ? "dissent" : "", TextRole.Warning),
            ]);
        }

        return table;
    }

    private static Phrase Cell(BodyMean? mean, ReportContext report) => mean is null ? new Phrase("-", TextRole.Dim) : report.Number(mean.Value);

    private static List<JudgedRow> Rows(Criterion criterion, ReportContext report)
    {
        var rows = new List<JudgedRow>();
        foreach (var option in report.ByRank)
        {
            var leaf = option.Criteria.SelectMany(CriterionTree.Leaves).FirstOrDefault(l => l.Criterion.Id == criterion.Id);
            if (leaf is { Bodies.IsEmpty: false })
            {
                rows.Add(new(option, leaf.Bodies));
            }
        }

        return rows;
    }

    private static void Reasons(ReportContext report, Criterion criterion)
    {
        foreach (var judgement in report.Case.Judgements.Where(j => j.CriterionId == criterion.Id && j.Because is not null))
        {
            var assessor = report.Case.Assessors.FirstOrDefault(a => a.Id == judgement.AssessorId);
            var option = report.Case.Options.FirstOrDefault(o => o.Id == judgement.OptionId)?.Title ?? judgement.OptionId;
            var score = judgement.Score is { } given ? report.Number(given) : "no score";
            report.Page.Point(new($"{assessor?.Title ?? judgement.AssessorId} on {option}, {score}: {judgement.Because}", TextRole.Dim));
        }
    }

    internal sealed record Judged(Criterion Criterion, List<JudgedRow> Rows);

    internal sealed record JudgedRow(OptionResult Option, ImmutableArray<BodyMean> Bodies);
}
