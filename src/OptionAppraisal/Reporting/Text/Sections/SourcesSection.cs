using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>The sources by the numbers that the report cites them with.</summary>
internal static class SourcesSection
{
    public static void Write(ReportContext report)
    {
        if (report.Sources.Cited.Count == 0)
        {
            return;
        }

        var page = report.Page;
        page.Heading("Sources");
        var table = new TextTable(new("", Right: true), new("", Flexible: true));
        foreach (var cited in report.Sources.Cited)
        {
            table.Add($"[{cited.Number.ToString(CultureInfo.InvariantCulture)}]", Describe(cited.Source));
            foreach (var reference in cited.References.Where(r => r.Quote is not null))
            {
                table.Add("", new($"{(reference.At is { } at ? at + ": " : "")}\"{reference.Quote}\"", TextRole.Dim));
            }
        }

        page.Table(table);
        var open = report.Sources.Cited.Count(c => c.Source.Status == SourceStatus.ToBeConfirmed);
        if (open > 0)
        {
            page.Blank();
            page.Paragraph(new($"{ReportContext.Count(open, "source is", "sources are")} still to be confirmed against the document itself.", TextRole.Warning));
        }
    }

    private static Phrase Describe(Source source)
    {
        var details = string.Join(", ", new[] { source.Publisher, source.Year?.ToString(CultureInfo.InvariantCulture) }.OfType<string>());
        var phrase = new Phrase(source.Title);
        if (details.Length > 0)
        {
            phrase.Add($" ({details})");
        }

        if (source.Url is { } url)
        {
            phrase.Add(" " + url, TextRole.Dim);
        }

        return source.Status == SourceStatus.ToBeConfirmed ? phrase.Add(" - ").Add("to be confirmed", TextRole.Warning) : phrase;
    }
}
