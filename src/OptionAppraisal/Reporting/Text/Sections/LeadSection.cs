using OptionAppraisal.Analysis;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Why the first option is ahead of the second: the differences that sum to the lead.</summary>
internal static class LeadSection
{
    public static void Write(ReportContext report)
    {
        if (report.Ranked is not [var first, var second, ..] || first.Rank == second.Rank
            || LeadExplanation.Between(first, second, report.Pack.WhenUnknown) is not { } lead)
        {
            return;
        }

        var page = report.Page;
        page.Heading($"Why {first.Option.Title} is ahead of {second.Option.Title}");
        page.Paragraph("For each criterion: its share of the total, the value of both options from 0 to 100, and the points of lead they make (share times difference).");
        page.Blank();
        var decimals = ReportContext.DecimalsToTellApart([lead.Lead, 0], report.Pack.Decimals);
        var table = new TextTable(new("Criterion", Flexible: true), new("Share", Right: true), new("First", Right: true), new("Second", Right: true), new("Lead", Right: true));
        foreach (var part in lead.Parts)
        {
            table.Add(
                part.Criterion.Title, report.Percent(part.Share), Value(part.AheadValue, part.AheadKnown, report), Value(part.BehindValue, part.BehindKnown, report),
                new(Signed(part.Difference, decimals), part.Difference > 0 ? TextRole.Good : TextRole.Bad));
        }

        table.Rule();
        table.Add(new("Lead", TextRole.Strong), "", Total(first, report), Total(second, report), new(Signed(lead.Lead, decimals), TextRole.Strong));
        page.Table(table);
        page.Blank();
        Notes(report, lead, decimals);
    }

    private static void Notes(ReportContext report, LeadExplanation lead, int decimals)
    {
        if (lead.Same > 0)
        {
            report.Page.Paragraph($"On {(lead.Same == 1 ? "1 other criterion" : $"{ReportContext.Count(lead.Same, "other criterion", "other criteria")}")} they do not differ.");
        }

        if (lead.Parts.Any(p => !p.AheadKnown || !p.BehindKnown))
        {
            report.Page.Paragraph(new Phrase("* not fully known: the figure that the ranking is made on.", TextRole.Dim));
        }

        var shown = lead.Parts.Sum(p => Math.Round(p.Difference, decimals, MidpointRounding.AwayFromZero));
        if (shown != Math.Round(lead.Lead, decimals, MidpointRounding.AwayFromZero))
        {
            report.Page.Paragraph(new Phrase("The figures shown are rounded one by one; before rounding they add up exactly.", TextRole.Dim));
        }
    }

    private static string Total(Results.OptionResult option, ReportContext report) => option.RankedOn is { } total ? report.Number(total) + (option.Total is null ? "*" : "") : "";

    private static string Value(decimal value, bool known, ReportContext report) => report.Number(value) + (known ? "" : "*");

    private static string Signed(decimal number, int decimals) => (number > 0 ? "+" : "") + ReportContext.Number(number, decimals);
}
