using OptionAppraisal.Analysis;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What people judged, by body, with where the bodies are far apart.</summary>
internal static class JudgementsSection
{
    public static void Write(ReportContext report)
    {
        var judged = report.Pack.AllCriteria.Where(c => c.Leaf is JudgedLeaf).Select(c => (Criterion: c, Rows: Rows(c, report))).Where(j => j.Rows.Count > 0).ToList();
        if (judged.Count == 0)
        {
            return;
        }

        var page = report.Page;
        page.Heading("Judgements by body");
        page.Paragraph($"Values from 0 to 100. Bodies more than {report.Number(report.Pack.DissentLimit)} apart are marked as dissent.");
        foreach (var (criterion, rows) in judged)
        {
            page.Blank();
            page.Paragraph(new(criterion.Title, TextRole.Strong));
            var table = new TextTable(new("Option", Flexible: true), new("Judged by", Flexible: true), new("Apart", Right: true), new(""));
            foreach (var (option, bodies) in rows)
            {
                var apart = bodies.Max(b => b.Value) - bodies.Min(b => b.Value);
                var dissent = report.Result.Dissent.Any(d => d.Criterion.Id == criterion.Id && d.Option.Id == option.Option.Id);
                table.Add(option.Option.Title, BodyWording.Means(bodies, report), bodies.Length > 1 ? report.Number(apart) : "-", new(dissent ? "dissent" : "", TextRole.Warning));
            }

            page.Table(table);
            Reasons(report, criterion);
        }
    }

    private static List<(OptionResult Option, ImmutableArray<BodyMean> Bodies)> Rows(Criterion criterion, ReportContext report) =>
    [
        .. report.ByRank
            .Select(o => (Option: o, Leaf: o.Criteria.SelectMany(CriterionTree.Leaves).FirstOrDefault(l => l.Criterion.Id == criterion.Id)))
            .Where(r => r.Leaf is { Bodies.IsEmpty: false })
            .Select(r => (r.Option, r.Leaf!.Bodies)),
    ];

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
}
