using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What people judged, by body, with the reasons they gave and where the bodies are far apart.</summary>
internal static class BodiesAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        var judged = JudgementsSection.Judgements(report);
        if (judged.Count == 0)
        {
            page.Paragraph("Nothing was judged by people.");
            return;
        }

        page.Paragraph($"Means by body, and the lowest and highest score of one person, as values from 0 to 100. Bodies more than {report.Number(report.Result.DissentLimit)} apart are marked as dissent.");
        foreach (var (criterion, rows) in judged)
        {
            var counts = criterion.Leaf is JudgedLeaf { Combine: BodyCombination.LowestBody } ? "the lowest body counts" : "the mean of the bodies counts";
            var reasons = criterion.Leaf is JudgedLeaf { RequiresReasons: true } ? "; each score must give its reason" : "";
            page.Paragraph($"**{Escape(criterion.Title)}** ({counts}{reasons})");
            var bodies = rows.SelectMany(r => r.Bodies.Select(b => b.BodyId)).Distinct(StringComparer.Ordinal).ToList();
            page.Table(["Option", .. bodies.Select(b => ":" + Escape(BodyWording.NameOf(b, report))), ":Apart", "Dissent", ":Single scores"], rows.Select(r => (string[])
            [
                Escape(r.Option.Option.Title),
                .. bodies.Select(b => r.Bodies.FirstOrDefault(m => m.BodyId == b) is { } mean ? report.Number(mean.Value) : "-"),
                r.Bodies.Length > 1 ? report.Number(r.Bodies.Max(b => b.Value) - r.Bodies.Min(b => b.Value)) : "-",
                JudgementsSection.IsDissent(report, criterion, r.Option) ? "**dissent**" : "",
                Spread(report, criterion, r.Option.Option.Id),
            ]));
            foreach (var judgement in report.Case.Judgements.Where(j => j.CriterionId == criterion.Id && j.Because is not null))
            {
                var who = report.Case.Assessors.FirstOrDefault(a => a.Id == judgement.AssessorId)?.Title ?? judgement.AssessorId;
                var what = report.Case.Options.FirstOrDefault(o => o.Id == judgement.OptionId)?.Title ?? judgement.OptionId;
                page.Point($"{EscapeStart(who)} on {Escape(what)}, {(judgement.Score is { } score ? report.Number(score) : "no score")}: {Escape(judgement.Because!)}");
            }
        }

        WhetherItMatters(page, report);
    }

    private static string Spread(ReportContext report, Criterion criterion, string option)
    {
        var scores = report.Case.Judgements.Where(j => j.CriterionId == criterion.Id && j.OptionId == option).Select(j => j.Score).OfType<decimal>().Select(criterion.Scale.ValueOf).ToList();
        return scores.Count == 0 ? "-" : report.Figure(null, scores.Min(), scores.Max());
    }

    private static void WhetherItMatters(MarkdownPage page, ReportContext report)
    {
        if (report.Result.BodyViews.IsEmpty)
        {
            return;
        }

        page.Heading(3, "Whether the dissent matters");
        page.Paragraph("Rank, and in brackets the total of 100, on the scores of each body alone:");
        WeightSetsPart.Rankings(page, report, SideView.OfBodies(report));
        foreach (var sentence in SideView.OnScores(report))
        {
            page.Point(EscapeStart(ReportContext.Capital(sentence)));
        }
    }
}
