using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Every fact of the case with its value and what it rests on; and how many rest on what.</summary>
internal static class InputsAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        foreach (var line in EvidenceSection.Lines(report))
        {
            page.Point(EscapeStart(line));
        }

        var (appraisalCase, schema) = (report.Case, report.Pack.Schema);
        Table(page, report, "The case", schema.CaseFacts, [("", appraisalCase.Facts)]);
        foreach (var option in report.ByRank.Select(o => o.Option))
        {
            Table(page, report, option.Title, schema.OptionFacts, [("", option.Facts)]);
        }

        foreach (var list in schema.RecordLists)
        {
            var records = appraisalCase.RecordsOf(list) ?? [];
            Table(page, report, list.Title ?? ReportContext.Capital(MissingFact.InWords(list.Id)), list.Facts, [.. records.Select(r => (r.Title, r.Facts))]);
        }
    }

    private static void Table(MarkdownPage page, ReportContext report, string title, ImmutableArray<FactDefinition> facts, List<(string Owner, FactValues Values)> owners)
    {
        var rows = owners.SelectMany(o => facts.Where(f => o.Values.EvidenceOf(f) is not null).Select(f => Row(report, o.Owner, f, o.Values))).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Heading(3, EscapeStart(title));
        page.Table(owners is [{ Owner: "" }] ? ["Fact", "Value", "Grade", "Note", "Sources"] : ["About", "Fact", "Value", "Grade", "Note", "Sources"], rows);
    }

    private static string[] Row(ReportContext report, string owner, FactDefinition fact, FactValues values)
    {
        var evidence = values.EvidenceOf(fact)!;
        var decimals = report.Pack.Decimals;
        var value = Escape(ValueWording.Format(values[fact], fact.Type, decimals));
        if (evidence is { Low: { } low, High: { } high })
        {
            value += Escape($" ({ValueWording.Format(Value.Of(low), fact.Type, decimals)} to {ValueWording.Format(Value.Of(high), fact.Type, decimals)})");
        }

        var name = Escape(fact.Title ?? ReportContext.Capital(MissingFact.InWords(fact.Id)));
        string[] rest = [name, value, EvidenceSection.GradeOf(evidence.Grade), Escape(evidence.Note ?? ""), Escape(report.Sources.Cite(evidence.Sources))];
        return owner.Length > 0 ? [Escape(owner), .. rest] : rest;
    }
}
