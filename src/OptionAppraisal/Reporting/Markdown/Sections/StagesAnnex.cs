using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The stages with their decisions, the short list, what left where, and what the stage still needs to know.</summary>
internal static class StagesAnnex
{
    public static void Write(MarkdownPage page, ReportContext report)
    {
        foreach (var earlier in report.Result.EarlierStages)
        {
            page.Heading(3, EscapeStart(StageWording.TitleOf(earlier.Stage)));
            Points(page, StageWording.Decisions(earlier.Stage, report.Case));
            Points(page, report.ByRank.Where(o => o.LeftIn == earlier.Stage.Id).Select(o => StageWording.Left(o, report)!));
        }

        var stage = report.Result.Stage;
        page.Heading(3, EscapeStart(StageWording.TitleOf(stage)));
        page.Paragraph(EscapeStart($"{StageWording.Place(report)} {StageWording.ScoredOn(report)} {StageWording.Ending(report)}"));
        Points(page, StageWording.Decisions(stage, report.Case));
        if (stage.Stage?.Keeps is { } keeps)
        {
            page.Paragraph($"Short list. This stage keeps {Escape(StageWording.Rule(keeps, report))}.");
            foreach (var option in report.ByRank.Where(o => o.IsKept is not null))
            {
                var area = option.Option.Area is { } of ? $" ({Escape(of.Title)})" : "";
                page.Point($"{(option.IsKept == true ? "**Kept**" : "Not kept")}{area}: {Escape(StageWording.Listed(option, report))}.");
            }
        }

        NeedsPart.Write(page, report);
        var needed = report.Missing(stage.Incomplete);
        if (needed.IsEmpty)
        {
            return;
        }

        page.Paragraph($"Information still needed. {StageWording.OnIncomplete(stage)}");
        page.Table(["About", "What is needed", "To ask", "Place in the case"], needed.Select(m => new[]
        {
            m.Owner.Length > 0 ? Escape(m.Owner) : "The case as a whole", Escape(ReportContext.Capital(m.Fact)), Escape(m.Ask ?? ""), Code(m.Path),
        }));
    }

    private static void Points(MarkdownPage page, IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            page.Point(EscapeStart(sentence));
        }
    }
}
