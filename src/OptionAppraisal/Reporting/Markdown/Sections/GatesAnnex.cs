using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Which requirement each option meets, and the evidence for what is not met or not known.</summary>
internal static class GatesAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        if (report.Pack.Gates.IsEmpty)
        {
            page.Paragraph("The rules have no requirements.");
            return;
        }

        page.Paragraph($"No score makes up for a requirement that is not met. The columns are the options by their numbers in Annex A; a dash: the requirement does not apply{(report.HasStages ? "; empty: it was not asked while the option was in the appraisal" : "")}.");
        var judged = report.Pack.Gates.Where(g => report.ByRank.Any(o => o.Gates.Any(r => r.Gate.Id == g.Id))).ToList();
        page.Table(["Requirement", .. report.ByRank.Select((_, i) => OptionsAnnex.Number(i))], judged.Select(gate =>
            (string[])[Escape(gate.Title), .. report.ByRank.Select(o => o.Gates.FirstOrDefault(g => g.Gate.Id == gate.Id) is { } result ? Word(result.Outcome) : "")]));
        Evidence(page, report);
    }

    private static string Word(GateOutcome outcome) => outcome switch
    {
        GateOutcome.Pass => "met",
        GateOutcome.Fail => "**not met**",
        GateOutcome.Unknown => "**not known**",
        _ => "-",
    };

    private static void Evidence(MarkdownPage page, ReportContext report)
    {
        var open = report.ByRank.SelectMany(o => o.Gates.Where(g => g.Outcome is GateOutcome.Fail or GateOutcome.Unknown).Select(g => (Option: o, Gate: g))).ToList();
        if (open.Count == 0)
        {
            page.Paragraph("Every requirement that applies is met.");
            return;
        }

        page.Paragraph("What is not met or not known, and on what evidence:");
        page.Table(["Option", "Requirement", "Outcome", "Evidence and ground", "Sources"], open.Select(o => new[]
        {
            Escape(o.Option.Option.Title), Escape(o.Gate.Gate.Title) + (StageWording.Earlier(o.Gate.StageId, report) is { } stage ? $" (in {Escape(stage)})" : ""), Word(o.Gate.Outcome), Ground(o.Gate, report), Cited(o.Gate, report),
        }));
    }

    private static string Ground(GateResult gate, ReportContext report)
    {
        var parts = new List<string>();
        if (gate.Gate.Because is { } because)
        {
            parts.Add(Escape(because.TrimEnd('.')) + ".");
        }

        foreach (var part in gate.Parts.Where(p => p.Outcome == gate.Outcome))
        {
            if (part.Part.Id is { } id)
            {
                parts.Add(RequirementsSection.Verdict(gate.Outcome) + Escape((part.Part.Because ?? ReportContext.Capital(Analysis.MissingFact.InWords(id))).TrimEnd('.')) + ".");
            }

            if (gate.Outcome == GateOutcome.Fail && OperandWording.Describe(part.Operands, report) is { Length: > 0 } read)
            {
                parts.Add($"In the case: {Escape(read)}.");
            }
        }

        foreach (var fact in report.Missing(gate.Missing))
        {
            parts.Add($"To find out: {Escape(fact.Ask is { } ask ? ask + (fact.Member is { } member ? $" ({member})" : "") : fact.Fact)} {Code(fact.Path)}.");
        }

        parts.AddRange(gate.Undefined.Select(u => $"No value for these figures: {Escape(u.Text)}."));
        return string.Join(' ', parts);
    }

    private static string Cited(GateResult gate, ReportContext report) =>
        Escape(report.Sources.Cite(Citations.Join([gate.Gate.Sources, .. gate.Parts.Where(p => p.Outcome == gate.Outcome).Select(p => p.Part.Sources)])));
}
