namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What the stage wants told whatever else there is to tell.</summary>
internal static class ShownSection
{
    public static void Write(ReportContext report)
    {
        var shown = ShownFinding.Of(report);
        if (shown.IsEmpty)
        {
            return;
        }

        report.Page.Heading(ShownFinding.Heading);
        foreach (var finding in shown)
        {
            var text = finding.About.Length > 0 ? new Phrase(finding.About, TextRole.Strong).Add(": ") : new Phrase("");
            if (!finding.IsKnown)
            {
                var (verdict, missing) = finding.Doubt(report);
                text.Add(verdict, TextRole.Warning).Add(missing.Length > 0 ? $" {missing}: " : ": ");
            }

            report.Page.Point(text.Add(finding.Finding.Text));
        }
    }
}
