using System.Text.Json;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Json;

/// <summary>A finding as JSON.</summary>
internal static class FindingJson
{
    public static void Write(Utf8JsonWriter writer, FindingResult finding, DateOnly day)
    {
        writer.WriteStartObject();
        writer.WriteString("id", finding.Finding.Id);
        writer.WriteString("outcome", finding.Outcome == FindingOutcome.Raised ? "raised" : "unknown");
        writer.WriteString("kind", finding.Finding.Kind switch
        {
            FindingKind.Risk => "risk",
            FindingKind.Opportunity => "opportunity",
            FindingKind.Condition => "condition",
            FindingKind.Lesson => "lesson",
            _ => "evidence",
        });
        writer.WriteString("severity", OutcomeNames.Of(finding.Severity));
        writer.WriteString("record", finding.Record?.Id);
        writer.WriteString("part_of", finding.Finding.PartOf);
        writer.WriteString("text", finding.Text);
        writer.WriteTexts("missing", finding.Missing);
        writer.WriteSources(finding.Finding.Sources, day);
        writer.WriteString("at", finding.Finding.Span.ToString());
        writer.WriteEndObject();
    }
}
