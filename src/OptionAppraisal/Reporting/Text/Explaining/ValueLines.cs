using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>Values as a list, what each is made of set in below it.</summary>
internal static class ValueLines
{
    private const int DeepestLevel = 8;

    public static void Write(ReportContext report, IEnumerable<ValueExplanation> values, int level)
    {
        foreach (var value in values)
        {
            Write(report, value, level);
        }
    }

    public static void Write(ReportContext report, ValueExplanation value, int level)
    {
        level = Math.Min(level, DeepestLevel);
        var line = new Phrase(NameOf(value)).Add(": ").Add(OperandWording.Words(value.Value, value.Type, report), value.Value.IsKnown ? TextRole.Strong : TextRole.Warning);
        line.Add(Grounds(value, report), TextRole.Dim);
        report.Page.Point(line, level);
        if (value.Expression is { } expression)
        {
            report.Page.Paragraph(new Phrase($"= {expression}", TextRole.Dim), level + 1);
        }

        if (value.At.Source is not null)
        {
            report.Page.Paragraph(new Phrase(value.At.ToString(), TextRole.Dim), level + 1);
        }

        ElementLines.Write(report, value.Elements, level + 1);
        Write(report, value.Operands, level + 1);
    }

    private static string NameOf(ValueExplanation value) =>
        value.Title is { } title ? title : value.Expression == value.Name ? "Value" : ReportContext.Capital(MissingFact.InWords(value.Name));

    private static string Grounds(ValueExplanation value, ReportContext report)
    {
        var parts = new List<string>();
        if (value.Evidence is { } evidence)
        {
            if (evidence is { Low: { } low, High: { } high })
            {
                parts.Add($"range {OperandWording.Words(Value.Of(low), value.Type, report)} to {OperandWording.Words(Value.Of(high), value.Type, report)}");
            }

            if (evidence.Grade is { } grade)
            {
                parts.Add(grade switch { EvidenceGrade.Measured => "measured", EvidenceGrade.Document => "from a document", EvidenceGrade.Estimate => "estimated", _ => "told, not measured" });
            }

            if (!string.IsNullOrWhiteSpace(evidence.Note))
            {
                parts.Add($"\"{evidence.Note}\"");
            }
        }

        var text = parts.Count > 0 ? $" ({string.Join(", ", parts)})" : "";
        return report.Sources.Cite(value.Sources) is { Length: > 0 } sources ? $"{text} {sources}" : text;
    }
}
