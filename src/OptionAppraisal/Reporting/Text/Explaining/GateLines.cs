using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Explaining;

/// <summary>The requirements, part by part.</summary>
internal static class GateLines
{
    public static void Write(ReportContext report, ImmutableArray<GateExplanation> gates)
    {
        if (gates.IsEmpty)
        {
            return;
        }

        report.Page.Heading("Requirements");
        foreach (var gate in gates)
        {
            report.Page.Blank();
            Write(report, gate);
        }
    }

    private static void Write(ReportContext report, GateExplanation gate)
    {
        var page = report.Page;
        page.Paragraph(Verdict(gate.Result.Outcome).Add(": ").Add(gate.Result.Gate.Title, TextRole.Strong));
        page.Paragraph(new Phrase(gate.Result.Gate.Span.ToString(), TextRole.Dim), 1);
        if (Sections.StageWording.Earlier(gate.Result.StageId, report) is { } stage)
        {
            page.Paragraph($"Judged in {stage}.", 1);
        }

        if (gate.Result.Gate.Because is { } because)
        {
            page.Paragraph($"Why it is asked: {because}", 1);
        }

        if (gate.Applies is { } applies && gate.Result.Outcome == GateOutcome.NotApplicable)
        {
            page.Paragraph($"It applies only where: {applies.Text}", 1);
            Tests(report, applies, 1);
            ValueLines.Write(report, applies.Values, 2);
            return;
        }

        foreach (var part in gate.Parts)
        {
            Write(report, part);
        }

        if (report.Sources.Cite(gate.Result.Gate.Sources) is { Length: > 0 } sources)
        {
            page.Paragraph(new Phrase($"Source: {sources}", TextRole.Dim), 1);
        }
    }

    private static void Write(ReportContext report, GatePartExplanation part)
    {
        var definition = part.Result.Part;
        var words = definition.Because ?? (definition.Id is { } id ? ReportContext.Capital(MissingFact.InWords(id)) : part.Condition.Text);
        report.Page.Point(Verdict(part.Result.Outcome).Add(": ").Add(words).Add(report.Sources.Cite(definition.Sources) is { Length: > 0 } cited ? " " + cited : "", TextRole.Dim), 1);
        Tests(report, part.Condition, 2);
        ValueLines.Write(report, part.Condition.Values, 2);
        foreach (var fact in report.Missing(part.Result.Missing))
        {
            report.Page.Paragraph(new Phrase("To find out: ", TextRole.Warning).Add(ReportContext.Describe(fact)).Add($" ({fact.Path})", TextRole.Dim), 2);
        }
    }

    // A yes-or-no fact says all by its value; tests are told where there is more to say.
    private static void Tests(ReportContext report, ConditionExplanation condition, int level)
    {
        foreach (var test in condition.Tests)
        {
            if (test.Kind is not TestKind.Condition && test.Type is not BooleanType)
            {
                report.Page.Paragraph(TestWording.Describe(test, report.Pack.Decimals) + ".", level);
            }

            ElementLines.Write(report, test.Elements, level);
        }
    }

    private static Phrase Verdict(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Pass => new("Met", TextRole.Good),
        GateOutcome.Fail => new("Not met", TextRole.Bad),
        GateOutcome.Unknown => new("Not known", TextRole.Warning),
        _ => new("Does not apply", TextRole.Dim),
    };
}
