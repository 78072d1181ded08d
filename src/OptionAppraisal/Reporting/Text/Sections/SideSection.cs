namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Rankings beside the one that counts, as a table for each area, and whether the difference matters.</summary>
internal static class SideSection
{
    private const int WidthOfTheRest = 40;
    private const int WidthOfASide = 14;

    public static void OnWeights(ReportContext report)
    {
        if (report.Result.WeightSets.IsEmpty)
        {
            return;
        }

        report.Page.Heading("The weights of each party");
        report.Page.Paragraph("The ranking that counts is made on the mean of the shares that the weight sets give each criterion. Rank, and in brackets the score of 100, by each alone:");
        Tables(report, SideView.OfWeightSets(report));
        Sentences(report, SideView.OnWeights(report));
    }

    /// <summary>What each body's scores alone would come to; it stands below the judgements that dissent.</summary>
    public static void OnScores(ReportContext report)
    {
        if (report.Result.BodyViews.IsEmpty)
        {
            return;
        }

        report.Page.Blank();
        report.Page.Paragraph(new Phrase("Whether the dissent matters", TextRole.Strong));
        report.Page.Paragraph("Rank, and in brackets the score of 100, on the scores of each body alone:");
        Tables(report, SideView.OfBodies(report));
        Sentences(report, SideView.OnScores(report));
    }

    private static void Sentences(ReportContext report, IEnumerable<string> sentences)
    {
        report.Page.Blank();
        foreach (var sentence in sentences)
        {
            report.Page.Point(ReportContext.Capital(sentence));
        }
    }

    private static void Tables(ReportContext report, ImmutableArray<SideView> sides)
    {
        var inColumns = WidthOfTheRest + (WidthOfASide * sides.Length) <= report.Page.Width;
        foreach (var area in report.Areas.Where(a => a.Options.Any(o => o.Lowest is not null)))
        {
            report.Page.Blank();
            if (area.Title.Length > 0)
            {
                report.Page.Paragraph(new Phrase(area.Title, TextRole.Strong));
            }

            var table = new TextTable(
            [
                new("Option", Flexible: true), new("Together"),
                .. inColumns ? sides.Select(s => new TextColumn(Phrase.Clean(s.Title), Flexible: true)) : [new TextColumn("By each", Flexible: true)],
            ]);
            foreach (var option in area.Options.Where(o => o.Lowest is not null))
            {
                table.Add(
                [
                    option.Option.Title, SideView.Counting(option, report),
                    .. inColumns ? sides.Select(s => (Phrase)s.Cell(option, report)) : [(Phrase)string.Join(", ", sides.Select(s => $"{s.Name} {s.Cell(option, report)}"))],
                ]);
            }

            report.Page.Table(table);
        }
    }
}
