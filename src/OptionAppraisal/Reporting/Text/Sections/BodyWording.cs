using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
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

        return RecordOf(bodyId, report)?.Title ?? MissingFact.InWords(bodyId);
    }

    /// <summary>The record that a body is: of those that decide, of the bodies, or of whatever list has it; null where none has.</summary>
    public static CaseRecord? RecordOf(string bodyId, ReportContext report) => report.Result.Stage.Reviewers
        .Concat(report.Pack.Schema.RecordLists.OrderBy(l => l.Id == "bodies" ? 0 : 1).SelectMany(l => report.Case.RecordsOf(l) ?? []))
        .FirstOrDefault(r => r.Id == bodyId);
}
