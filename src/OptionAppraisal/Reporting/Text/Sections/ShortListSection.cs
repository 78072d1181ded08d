using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What the stage keeps, what it does not, what it still needs to know, and what happened before it.</summary>
internal static class ShortListSection
{
    public static void Write(ReportContext report)
    {
        if (!report.HasStages)
        {
            return;
        }

        Kept(report);
        StillNeeded(report);
        Before(report);
    }

    private static void Kept(ReportContext report)
    {
        if (report.Result.Stage.Stage?.Keeps is not { } keeps)
        {
            return;
        }

        var page = report.Page;
        page.Heading("Short list");
        page.Paragraph($"This stage keeps {StageWording.Rule(keeps, report)}.");
        foreach (var area in report.Areas.Where(a => a.Options.Any(o => o.IsKept is not null)))
        {
            page.Blank();
            if (area.Title.Length > 0)
            {
                page.Paragraph(new Phrase(area.Title, TextRole.Strong));
            }

            foreach (var option in area.Options.Where(o => o.IsKept is not null).OrderBy(o => o.IsKept == true ? 0 : 1))
            {
                var kept = option.IsKept == true;
                page.Point(new Phrase(kept ? "Kept: " : "Not kept: ", kept ? TextRole.Good : TextRole.Dim)
                    .Add(StageWording.Listed(option, report) + ".", option.Status == OptionStatus.Unresolved ? TextRole.Warning : TextRole.Plain));
            }
        }
    }

    private static void StillNeeded(ReportContext report)
    {
        var needed = report.Missing(report.Result.Stage.Incomplete);
        if (needed.IsEmpty)
        {
            return;
        }

        report.Page.Heading("Information still needed");
        report.Page.Paragraph(StageWording.OnIncomplete(report.Result.Stage));
        foreach (var fact in needed)
        {
            report.Page.Point(ReportContext.Describe(fact));
            report.Page.Paragraph(new(fact.Path, TextRole.Dim), 1);
        }
    }

    private static void Before(ReportContext report)
    {
        if (report.Result.EarlierStages.IsEmpty)
        {
            return;
        }

        var page = report.Page;
        page.Heading("What came before");
        foreach (var earlier in report.Result.EarlierStages)
        {
            page.Blank();
            page.Paragraph(new Phrase(StageWording.TitleOf(earlier.Stage), TextRole.Strong));
            foreach (var decision in StageWording.Decisions(earlier.Stage, report.Case))
            {
                page.Point(decision);
            }

            foreach (var option in report.ByRank.Where(o => o.LeftIn == earlier.Stage.Id))
            {
                page.Point(StageWording.Left(option, report)!);
            }
        }
    }
}
