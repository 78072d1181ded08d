using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Where things stand today: the baseline of each area, its score, and one figure of those that the stage asks for.</summary>
internal static class BriefPosition
{
    public static void Write(Brief brief, ReportContext report)
    {
        brief.Head("Current position");
        foreach (var area in report.Areas)
        {
            if (Position(area, report) is { } position)
            {
                brief.ShouldPoint(position);
            }
        }
    }

    private static string? Position(ReportArea area, ReportContext report)
    {
        if (area.Options.FirstOrDefault(o => o.Option.IsBaseline) is not { } today)
        {
            return null;
        }

        var score = today is { Lowest: { } lowest, Highest: { } highest } ? $", {report.Figure(today.Total, lowest, highest)} of 100" : "";

        // Zero says nothing of today.
        var figure = (report.Result.Stage.Stage?.NeedsOfOption ?? []).Select(n => n.Fact).OfType<FactDefinition>()
            .FirstOrDefault(f => f is { Per: null, Type: NumberType } && today.Option.Facts[f] is { IsKnown: true, Number: not 0 });
        var known = figure is null ? "" : $"; {FigureWording.TitleOf(figure)}: {FigureWording.Of(today.Option.Facts[figure], figure, figure.Type, report)}";
        return EscapeStart($"{(area.Title.Length > 0 ? $"{Words.Short(area.Title)}: " : "")}{Words.Short(today.Option.Title)}{score}{known}.");
    }
}
