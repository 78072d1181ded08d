using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>What is excluded or only shown, and why; what is not resolved, and what it would take.</summary>
internal static class RequirementsSection
{
    public static void Write(ReportContext report)
    {
        Failed(report, "Excluded, and why", OptionStatus.Excluded);
        Failed(report, "Shown but not to be recommended, and why", OptionStatus.ShownOnly);
        Unresolved(report);
    }

    private static void Failed(ReportContext report, string heading, OptionStatus status)
    {
        var options = report.ByRank.Where(o => o.Status == status).ToList();
        if (options.Count == 0)
        {
            return;
        }

        report.Page.Heading(heading);
        foreach (var option in options)
        {
            report.Page.Blank();
            report.Page.Paragraph(new(option.Option.Title, TextRole.Strong));
            foreach (var gate in option.Gates.Where(g => g.Outcome == GateOutcome.Fail))
            {
                Gate(report, gate, GateOutcome.Fail, new Phrase("Not met: ", TextRole.Bad));
            }

            AlsoOpen(report, option);
        }
    }

    private static void Unresolved(ReportContext report)
    {
        var options = report.ByRank.Where(o => o.Status == OptionStatus.Unresolved).ToList();
        if (options.Count == 0)
        {
            return;
        }

        report.Page.Heading("Not resolved, and what it would take");
        foreach (var option in options)
        {
            report.Page.Blank();
            report.Page.Paragraph(new(option.Option.Title, TextRole.Strong));
            var gates = option.Gates.Where(g => g.Outcome == GateOutcome.Unknown).ToList();
            foreach (var gate in gates)
            {
                Gate(report, gate, GateOutcome.Unknown, new Phrase("Not known: ", TextRole.Warning));
                WhatItTakes(report, gate, option);
            }

            if (gates.Count == 0)
            {
                report.Page.Paragraph("Its score is not fully known, and these rules rank only what is.", 1);
            }
        }
    }

    private static void Gate(ReportContext report, GateResult gate, GateOutcome outcome, Phrase verdict)
    {
        verdict.Add(gate.Gate.Title, TextRole.Strong);
        if (StageWording.Earlier(gate.StageId, report) is { } stage)
        {
            verdict.Add($" (in {stage})");
        }

        report.Page.Paragraph(verdict, 1);
        if (gate.Gate.Because is { } because)
        {
            report.Page.Paragraph(because, 2);
        }

        foreach (var part in gate.Parts.Where(p => p.Outcome == outcome))
        {
            if (part.Part.Id is not null)
            {
                report.Page.Point(Verdict(outcome) + Words(part.Part), 2);
            }

            if (outcome == GateOutcome.Fail && OperandWording.Describe(part.Operands, report) is { Length: > 0 } read)
            {
                report.Page.Paragraph(new($"In the case: {read}.", TextRole.Dim), 3);
            }

            Sources(report, part.Part.Sources, 3);
        }

        Sources(report, gate.Gate.Sources, 2);
    }

    /// <summary>What is said before the words of a part of a requirement, which state it as if it held.</summary>
    public static string Verdict(GateOutcome outcome) => outcome == GateOutcome.Fail ? "Not so: " : "Not known whether: ";

    private static string Words(GatePart part) => part.Because ?? ReportContext.Capital(Analysis.MissingFact.InWords(part.Id!));

    private static void WhatItTakes(ReportContext report, GateResult gate, OptionResult option)
    {
        if (gate.Missing.IsEmpty && gate.Undefined.IsEmpty)
        {
            return;
        }

        report.Page.Paragraph("To resolve it, find out:", 2);
        foreach (var fact in report.Missing(gate.Missing))
        {
            report.Page.Point(ReportContext.Describe(fact, withOwner: fact.Owner != option.Option.Title), 2);
        }

        foreach (var place in gate.Undefined)
        {
            report.Page.Point($"how to read \"{place.Text}\", which has no value for these figures ({place.Span})", 2);
        }
    }

    private static void AlsoOpen(ReportContext report, OptionResult option)
    {
        var open = option.Gates.Where(g => g.Outcome == GateOutcome.Unknown).Select(g => g.Gate.Title).ToList();
        if (open.Count > 0)
        {
            report.Page.Paragraph(new Phrase("Not known besides: ", TextRole.Warning).Add(ValueWording.Join(open) + "."), 1);
        }
    }

    // The ground of an exclusion is shown in full, not as a number alone.
    private static void Sources(ReportContext report, ImmutableArray<SourceReference> sources, int level)
    {
        foreach (var reference in Citations.On(report.Case.AsOf, sources))
        {
            var mark = report.Sources.Cite([reference]);
            var quote = reference.Quote is { } words ? $": \"{words}\"" : "";
            var confirm = reference.Source.Status == SourceStatus.ToBeConfirmed ? " (to be confirmed)" : "";
            report.Page.Paragraph(new($"Source: {reference.Source.Title}{quote} {mark}{confirm}", TextRole.Dim), level);
        }
    }
}
