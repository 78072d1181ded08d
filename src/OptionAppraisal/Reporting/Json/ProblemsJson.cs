using System.Text;
using System.Text.Json;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Reporting.Json;

/// <summary>The problems of documents as JSON: the published contract of <c>check</c>.</summary>
/// <remarks>In the order given, at most <see cref="DiagnosticPrinter.MostPrinted"/> as in the text; UTF-8, two spaces, LF.</remarks>
public static class ProblemsJson
{
    /// <summary>The JSON of problems as text.</summary>
    public static string Format(IReadOnlyList<Diagnostic> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return Encoding.UTF8.GetString(JsonText.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteList("problems", [.. problems.Take(DiagnosticPrinter.MostPrinted)], Write);
            writer.WriteEndObject();
        }));
    }

    private static void Write(Utf8JsonWriter writer, Diagnostic problem)
    {
        var (line, column) = problem.Span.Start;
        writer.WriteStartObject();
        writer.WriteString("path", problem.Span.Path);
        writer.WriteDecimal("line", line);
        writer.WriteDecimal("column", column);
        writer.WriteString("severity", problem.IsError ? "error" : "warning");
        writer.WriteString("code", problem.Code.Id);
        writer.WriteString("message", problem.Message);
        writer.WriteString("help", problem.Help);
        writer.WriteEndObject();
    }
}
