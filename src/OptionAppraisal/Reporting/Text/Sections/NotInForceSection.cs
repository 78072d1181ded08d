using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What is not in force on the day of the case.</summary>
internal static class NotInForceSection
{
    public static void Write(ReportContext report)
    {
        if (report.Result.NotInForce.IsEmpty)
        {
            return;
        }

        var page = report.Page;
        page.Heading($"Not in force on {ValueWording.Date(report.Case.AsOf)}");
        foreach (var item in report.Result.NotInForce)
        {
            page.Point(new Phrase(NotInForceWording.KindOf(item), TextRole.Strong).Add($" {item.Id}: {NotInForceWording.When(item)}; {NotInForceWording.Effect(item)}."));
            page.Paragraph(new(item.InForce.Span.ToString(), TextRole.Dim), 1);
        }
    }
}
