using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>How good the figures are: notes, grades, and the weight that rests on what somebody told.</summary>
internal static class EvidenceSection
{
    private const int MostNotes = 5;

    public static void Write(ReportContext report)
    {
        var lines = Lines(report).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        report.Page.Heading("How good the figures are");
        foreach (var line in lines)
        {
            report.Page.Point(new Phrase(line, line.Contains(" marked ", StringComparison.Ordinal) ? TextRole.Warning : TextRole.Plain));
        }
    }

    /// <summary>How many facts carry which note and grade, and how much weight rests on testimony, a sentence each.</summary>
    public static IEnumerable<string> Lines(ReportContext report)
    {
        var count = EvidenceCount.Of(report.Result);
        foreach (var (note, number) in count.Notes.Take(MostNotes))
        {
            yield return ReportContext.Capital(EvidenceCount.Share(number, count.Given)) + $" marked \"{note}\".";
        }

        if (count.Notes.Length > MostNotes)
        {
            yield return $"{ReportContext.Count(count.Notes.Length - MostNotes, "more note is", "more notes are")} in the case file.";
        }

        foreach (var (grade, number) in count.Grades)
        {
            yield return $"{ReportContext.Capital(EvidenceCount.Share(number, count.Given))} {GradeOf(grade)}{(grade == EvidenceGrade.Testimony ? ": told by somebody with a stake in it" : "")}.";
        }

        foreach (var option in report.ByRank.Where(o => o.TestimonyShare > 0))
        {
            yield return $"{option.Option.Title}: {report.Percent(option.TestimonyShare!.Value)} of the weight rests on testimony.";
        }
    }

    public static string GradeOf(EvidenceGrade? grade) => grade switch
    {
        EvidenceGrade.Measured => "measured",
        EvidenceGrade.Document => "read in a document",
        EvidenceGrade.Estimate => "estimated",
        EvidenceGrade.Testimony => "testimony",
        _ => "",
    };
}
