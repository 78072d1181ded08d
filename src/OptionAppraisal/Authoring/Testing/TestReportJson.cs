using System.Text;
using System.Text.Json;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>What tests came to as JSON: the published contract of <c>test</c>.</summary>
/// <remarks>In the order of the report; UTF-8, two spaces, LF. Coverage and mutants are null: nothing measures them.</remarks>
public static class TestReportJson
{
    /// <summary>The JSON of a report as text.</summary>
    public static string Format(TestReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return Encoding.UTF8.GetString(JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteList("cases", report.Cases, Write);
            writer.WriteNull("coverage");
            writer.WriteNull("mutants");
            writer.WriteEndObject();
        }));
    }

    private static void Write(Utf8JsonWriter writer, TestCaseResult test)
    {
        writer.WriteStartObject();
        writer.WriteString("file", test.File);
        writer.WriteString("id", test.Id);
        writer.WriteString("outcome", test.Outcome switch
        {
            TestOutcome.Passed => "passed",
            TestOutcome.Failed => "failed",
            _ => "error",
        });
        writer.WriteList("differences", test.Differences, static (w, difference) =>
        {
            w.WriteStartObject();
            w.WriteString("path", difference.Path);
            w.WriteString("expected", difference.Expected);
            w.WriteString("actual", difference.Actual);
            w.WriteString("because", difference.Because);
            w.WriteEndObject();
        });
        writer.WriteEndObject();
    }
}
