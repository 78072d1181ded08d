using OptionAppraisal.Analysis;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Who wins, why, whether that is settled, and what would settle it.</summary>
internal static class RecommendationSection
{
    private const int MostQuestions = 10;

    public static void Write(ReportContext report)
    {
        foreach (var area in report.Areas)
        {
            foreach (var recommendation in area.Recommendations)
            {
                report.Page.Heading(area.Heading("Recommendation"));
                Write(report, recommendation);
            }
        }
    }

    private static void Write(ReportContext report, Recommendation recommendation)
    {
        var page = report.Page;
        page.Paragraph(recommendation.Option is { } option
            ? new Phrase(option.Title, TextRole.Good)
            : new Phrase("No option is recommended", TextRole.Bad));
        page.Paragraph(Reason(recommendation));
        page.Blank();
        var settlement = Settlement.Of(report.Result, recommendation);
        if (settlement.Settled)
        {
            page.Paragraph(new Phrase("This is settled: ", TextRole.Good).Add($"nothing that is still missing{(report.Pack.Stages.Length > 1 ? " in this stage" : "")} can put another option ahead{StageWording.Later(report)}."));
            return;
        }

        Open(report, recommendation, settlement);
        Questions(report, settlement.Missing);
    }

    private static void Open(ReportContext report, Recommendation recommendation, Settlement settlement)
    {
        if (recommendation.Option is not { } option)
        {
            return;
        }

        var first = report.Result.Options.First(o => o.Option.Id == option.Id);
        var sure = first.Total is null ? $" It is certain to score {report.Number(first.Lowest ?? 0)}, and not more." : "";
        report.Page.Paragraph(new Phrase("This is not settled: ", TextRole.Warning)
            .Add($"{(settlement.Rivals.Length == 1 ? "another option" : "other options")} could still come first.{sure}"));
        foreach (var rival in settlement.Rivals)
        {
            var reach = rival.Total is { } total ? $"scores {report.Number(total)}" : $"could score up to {report.Number(rival.Highest ?? 100)}";
            var more = rival.Lowest > first.Highest ? ", which is more" : "";
            var blocked = !rival.Gates.Any(g => g.Outcome == GateOutcome.Unknown) ? ""
                : more.Length > 0 ? ", but it is not known whether it meets every requirement" : ", and it is not known whether it meets every requirement";
            report.Page.Point(new Phrase(rival.Option.Title, TextRole.Strong).Add($" {reach}{more}{blocked}."));
        }
    }

    private static void Questions(ReportContext report, ImmutableArray<string> paths)
    {
        if (paths.IsEmpty)
        {
            return;
        }

        report.Page.Blank();
        report.Page.Paragraph(new Phrase("To settle it, find out:", TextRole.Strong));
        foreach (var fact in report.Missing(paths.Take(MostQuestions)))
        {
            report.Page.Point(ReportContext.Describe(fact));
        }

        if (paths.Length > MostQuestions)
        {
            report.Page.Point($"and {ReportContext.Count(paths.Length - MostQuestions, "more fact")}, listed below under missing evidence.");
        }
    }

    // The option was named in the line above.
    private static string Reason(Recommendation recommendation)
    {
        var title = recommendation.Option?.Title + " ";
        return recommendation.Option is not null && recommendation.Reason.StartsWith(title, StringComparison.Ordinal)
            ? Sentence("It " + recommendation.Reason[title.Length..])
            : Sentence(recommendation.Reason);
    }

    private static string Sentence(string text) =>
        ReportContext.Capital(text) + (text.Length == 0 || text[^1] is '.' or '!' or '?' ? "" : ".");
}
