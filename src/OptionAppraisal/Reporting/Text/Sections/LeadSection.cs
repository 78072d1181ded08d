using OptionAppraisal.Analysis;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Why the first option is ahead of the second: the differences that sum to the lead.</summary>
internal static class LeadSection
{
    private const int MostMoreDecimals = 2;

    public static void Write(ReportContext report)
    {
        foreach (var area in report.Areas)
        {
            Write(report, area);
        }
    }

    private static void Write(ReportContext report, ReportArea area)
    {
        if (area.Ranked is not [var first, var second, ..] || first.Rank == second.Rank
            || LeadExplanation.Between(first, second, report.Pack.WhenUnknown) is not { } lead)
        {
            return;
        }

        var page = report.Page;
        page.Heading(area.Heading("Why the first is ahead of the second"));
        page.Paragraph(new Phrase("First: ").Add(first.Option.Title, TextRole.Strong));
        page.Paragraph(new Phrase("Second: ").Add(second.Option.Title, TextRole.Strong));
        page.Blank();
        page.Paragraph("For each criterion: its share of the total, the value of both options from 0 to 100, and the points of lead they make (share times difference).");
        page.Blank();
        var decimals = Decimals(lead, report);
        var table = new TextTable(new("Criterion", Flexible: true), new("Share", Right: true), new("First", Right: true), new("Second", Right: true), new("Lead", Right: true));
        foreach (var part in lead.Parts)
        {
            table.Add(
                part.Criterion.Title, report.Percent(part.Share), Value(part.AheadValue, part.AheadKnown, report), Value(part.BehindValue, part.BehindKnown, report),
                new(Signed(part.Difference, decimals), part.Difference > 0 ? TextRole.Good : TextRole.Bad));
        }

        table.Rule();
        table.Add(new("Lead", TextRole.Strong), "", Total(first, decimals), Total(second, decimals), new(Signed(lead.Lead, decimals), TextRole.Strong));
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

        if (!AddsUp(lead, decimals))
        {
            report.Page.Paragraph(new Phrase("The figures shown are rounded one by one; before rounding they add up exactly.", TextRole.Dim));
        }
    }

    // A few more decimals are welcome where with them the column adds up as it is printed.
    public static int Decimals(LeadExplanation lead, ReportContext report)
    {
        var least = ReportContext.DecimalsToTellApart(lead.Lead, 0, report.Pack.Decimals);
        for (var decimals = least; decimals <= least + MostMoreDecimals && decimals <= Facts.PlainNumber.PublishedDecimals; decimals++)
        {
            if (AddsUp(lead, decimals))
            {
                return decimals;
            }
        }

        return least;
    }

    private static bool AddsUp(LeadExplanation lead, int decimals)
    {
        var (sum, total) = (0m, Shown(lead.Lead, decimals));
        foreach (var part in lead.Parts)
        {
            sum += Shown(part.Difference, decimals);
        }

        return sum == total && Shown(lead.Ahead.RankedOn ?? 0, decimals) - Shown(lead.Behind.RankedOn ?? 0, decimals) == total;
    }

    private static decimal Shown(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Total(Results.OptionResult option, int decimals) =>
        option.RankedOn is { } total ? ReportContext.Number(total, decimals) + (option.Total is null ? "*" : "") : "";

    private static string Value(decimal value, bool known, ReportContext report) => report.Number(value) + (known ? "" : "*");

    private static string Signed(decimal number, int decimals) => (number > 0 ? "+" : "") + ReportContext.Number(number, decimals);
}
