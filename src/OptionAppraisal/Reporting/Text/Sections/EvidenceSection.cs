using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>How good the figures are: notes, grades, and the weight that rests on what somebody told.</summary>
internal static class EvidenceSection
{
    private const int MostNotes = 5;

    public static void Write(ReportContext report)
    {
        var count = EvidenceCount.Of(report.Result);
        var told = report.ByRank.Where(o => o.TestimonyShare > 0).ToList();
        if (count.Notes.IsEmpty && count.Grades.IsEmpty && told.Count == 0)
        {
            return;
        }

        var page = report.Page;
        page.Heading("How good the figures are");
        foreach (var (note, number) in count.Notes.Take(MostNotes))
        {
            page.Point(new Phrase(ReportContext.Capital(EvidenceCount.Share(number, count.Given)) + $" marked \"{note}\".", TextRole.Warning));
        }

        if (count.Notes.Length > MostNotes)
        {
            page.Point($"{ReportContext.Count(count.Notes.Length - MostNotes, "more note is", "more notes are")} in the case file.");
        }

        foreach (var (grade, number) in count.Grades)
        {
            page.Point(ReportContext.Capital(EvidenceCount.Share(number, count.Given)) + grade switch
            {
                EvidenceGrade.Measured => " measured.",
                EvidenceGrade.Document => " read in a document.",
                EvidenceGrade.Estimate => " estimated.",
                _ => " testimony: told by somebody with a stake in it.",
            });
        }

        foreach (var option in told)
        {
            page.Point($"{option.Option.Title}: {report.Percent(option.TestimonyShare!.Value)} of the weight rests on testimony.");
        }
    }
}
