namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Which option is better than which, whatever the weights and whatever is not known.</summary>
internal static class DominanceSection
{
    public static void Write(ReportContext report)
    {
        if (report.Result.Dominance.IsEmpty)
        {
            return;
        }

        report.Page.Heading("Better whatever the weights");
        report.Page.Paragraph("At least as good on every criterion with weight and better on one, whatever is not known:");
        foreach (var pairs in report.Result.Dominance.GroupBy(p => p.Option.Id, StringComparer.Ordinal))
        {
            report.Page.Point($"{pairs.First().Option.Title} is better than {Facts.ValueWording.Join([.. pairs.Select(p => p.Dominates.Title)])}.");
        }
    }
}
