using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Where the appraisal stands: which stage this is, how it ended, what was decided, what is asked of whom.</summary>
internal static class StageSection
{
    public static void Write(ReportContext report)
    {
        if (!report.HasStages)
        {
            return;
        }

        var (page, stage) = (report.Page, report.Result.Stage);
        page.Heading("Where the appraisal stands");
        page.Paragraph(new Phrase(StageWording.Place(report), TextRole.Strong));
        if (StageWording.ScoredOn(report) is { Length: > 0 } scored)
        {
            page.Paragraph(scored);
        }

        page.Paragraph(new Phrase(StageWording.Ending(report), stage.Ended switch
        {
            StageEnding.Waiting => TextRole.Warning,
            StageEnding.Stopped => TextRole.Bad,
            _ => TextRole.Good,
        }));
        foreach (var decision in StageWording.Decisions(stage, report.Case))
        {
            page.Point(decision);
        }

        var asked = StageWording.Asked(report).ToList();
        if (asked.Count > 0)
        {
            page.Blank();
            page.Paragraph(new Phrase("What is asked", TextRole.Strong));
            foreach (var sentence in asked)
            {
                page.Point(sentence);
            }
        }
    }
}
