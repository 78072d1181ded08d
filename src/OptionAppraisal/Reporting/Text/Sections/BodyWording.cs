using OptionAppraisal.Analysis;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>The names of bodies, and their means in a line.</summary>
internal static class BodyWording
{
    public static string Means(IEnumerable<BodyMean> bodies, ReportContext report) =>
        string.Join(", ", bodies.Select(b => $"{NameOf(b.BodyId, report)} {report.Number(b.Value)}"));

    /// <summary>The title of the record that a body is, where one list has it; otherwise its id in words.</summary>
    public static string NameOf(string bodyId, ReportContext report)
    {
        if (bodyId.Length == 0)
        {
            return "assessors";
        }

        foreach (var list in report.Pack.Schema.RecordLists.OrderBy(l => l.Id == "bodies" ? 0 : 1))
        {
            if (report.Case.RecordsOf(list)?.FirstOrDefault(r => r.Id == bodyId) is { } record)
            {
                return record.Title;
            }
        }

        return MissingFact.InWords(bodyId);
    }
}
