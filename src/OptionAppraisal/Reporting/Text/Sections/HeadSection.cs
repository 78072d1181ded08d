using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What was appraised, by which rules, as of which day.</summary>
internal static class HeadSection
{
    public static void Write(ReportContext report)
    {
        var (page, pack) = (report.Page, report.Pack);
        page.Title(report.Case.Title);
        page.Paragraph($"Law and figures as of {ValueWording.Date(report.Case.AsOf)}. Case: {report.Case.Id}.");
        page.Paragraph($"Rules: {pack.Title} ({pack.Id}{(pack.Version.Length > 0 ? $", version {pack.Version}" : "")}).");
        var evidence = EvidenceCount.Of(report.Result);
        foreach (var (note, count) in evidence.Notes.Where(n => n.Count > 1).Take(1))
        {
            page.Paragraph(new Phrase($"Note: {EvidenceCount.Share(count, evidence.Given)} marked \"{note}\".", TextRole.Warning));
        }
    }
}
