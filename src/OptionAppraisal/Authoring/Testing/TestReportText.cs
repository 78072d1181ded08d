using System.Text;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Authoring.Testing;

/// <summary>What tests came to as text: the tests that did not pass with every difference, then a summary.</summary>
/// <remarks>LF; control characters of documents are shown and not obeyed.</remarks>
public static class TestReportText
{
    /// <summary>The text of a report.</summary>
    public static string Write(TestReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        foreach (var test in report.Cases.Where(c => c.Outcome != TestOutcome.Passed))
        {
            text.Append(test.Outcome == TestOutcome.Failed ? "FAIL " : "ERROR ").Append(Safe(test.Span.ToString())).Append(' ').Append(Safe(test.Id)).Append('\n');
            foreach (var difference in test.Differences)
            {
                text.Append("  ").Append(Safe(difference.Path)).Append(": expected ").Append(Safe(difference.Expected)).Append(", got ").Append(Safe(difference.Actual)).Append('\n');
                if (difference.Because.Length > 0)
                {
                    text.Append("    because: ").Append(Safe(difference.Because)).Append('\n');
                }
            }
        }

        return text.Append(Summary(report)).Append('\n').ToString();
    }

    private static string Summary(TestReport report)
    {
        var files = report.Cases.Select(c => c.File).Distinct(StringComparer.Ordinal).Count();
        var parts = new[] { (TestOutcome.Passed, "passed"), (TestOutcome.Failed, "failed"), (TestOutcome.Error, "could not be judged") }
            .Select(p => (Count: report.Cases.Count(c => c.Outcome == p.Item1), Word: p.Item2))
            .Where(p => p.Count > 0)
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Count} {p.Word}"));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Cases.Length} test{(report.Cases.Length == 1 ? "" : "s")} in {files} file{(files == 1 ? "" : "s")}{(report.Cases.IsEmpty ? "" : ": ")}{string.Join(", ", parts)}");
    }

    // A text of several lines stays on its own.
    private static string Safe(string text) => DiagnosticPrinter.Escape(text.ReplaceLineEndings(" "));
}
