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
        var rows = owners.SelectMany(o => facts.SelectMany(f => Rows(report, o.Owner, f, o.Values))).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        page.Heading(3, EscapeStart(title));
        page.Table(owners is [{ Owner: "" }] ? ["Fact", "Value", "Grade", "Note", "Sources"] : ["About", "Fact", "Value", "Grade", "Note", "Sources"], rows);
    }

    // A fact of several members has a row for each that was given.
    private static IEnumerable<string[]> Rows(ReportContext report, string owner, FactDefinition fact, FactValues values)
    {
        if (values.EvidenceOf(fact) is { } single)
        {
            yield return Row(report, owner, fact, "", values[fact], fact.Type, single);
        }
        else if (fact is { Per: { } per, Type: ListType { Element: var type } } && values[fact] is { IsKnown: true, List: var members })
        {
            for (var i = 0; i < members.Count; i++)
            {
                if (values.EvidenceOf(fact, i) is { } evidence)
                {
                    yield return Row(report, owner, fact, ", " + MemberOf(report, per, i), members[i], type, evidence);
                }
            }
        }
    }

    private static string MemberOf(ReportContext report, PerMembers per, int index) => per.ListId is { } list
        ? (report.Pack.Schema.FindList(list) is { } definition ? report.Case.RecordsOf(definition)?[index].Title : null) ?? ""
        : per.Names[index].Title ?? MissingFact.InWords(per.Names[index].Id);

    private static string[] Row(ReportContext report, string owner, FactDefinition fact, string member, Value given, FactType type, Evidence evidence)
    {
        var decimals = report.Pack.Decimals;
        var value = Escape(ValueWording.Format(given, type, decimals));
        if (evidence is { Low: { } low, High: { } high })
        {
            value += Escape($" ({ValueWording.Format(Value.Of(low), type, decimals)} to {ValueWording.Format(Value.Of(high), type, decimals)})");
        }

        var name = Escape((fact.Title ?? ReportContext.Capital(MissingFact.InWords(fact.Id))) + member);
        string[] rest = [name, value, EvidenceSection.GradeOf(evidence.Grade), Escape(evidence.Note ?? ""), Escape(report.Sources.Cite(evidence.Sources))];
        return owner.Length > 0 ? [Escape(owner), .. rest] : rest;
    }
}
