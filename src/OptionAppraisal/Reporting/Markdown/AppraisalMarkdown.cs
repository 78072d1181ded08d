using OptionAppraisal.Reporting.Markdown.Sections;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Markdown;

/// <summary>An appraisal as a board paper in Markdown: a brief of at most 400 words, then annexes with everything it rests on.</summary>
/// <remarks>
/// GitHub's Markdown, LF. What documents say is escaped: no HTML, no links but those of sources with an address of the web, no broken tables.
/// </remarks>
public static class AppraisalMarkdown
{
    /// <summary>The most words before the annexes, where the stage does not allow more.</summary>
    public const int MostWords = 400;

    /// <summary>The board paper of a result.</summary>
    public static string Write(AppraisalResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var report = new ReportContext(result, new ReportBuilder(AppraisalText.DefaultWidth));

        // Sources are listed before the last mention of them, so the first writing finds their numbers.
        Write(report);
        return Write(report).ToString();
    }

    private static MarkdownPage Write(ReportContext report)
    {
        var page = new MarkdownPage();
        BriefSection.Write(page, report);
        var words = Words.Count(page.ToString());
        if (StageWording.TooLong(words, report) is { } warning)
        {
            page.Paragraph($"**{warning}**");
        }
        else if (words > MostWords && report.Result.Stage.Stage?.MaxWords is null)
        {
            page.Paragraph($"**This summary has {words.ToString(CultureInfo.InvariantCulture)} words, more than a page has.**");
        }

        Annex(page, 'A', "The options");
        OptionsAnnex.Write(page, report);
        Annex(page, 'B', "Requirements");
        GatesAnnex.Write(page, report);
        Annex(page, 'C', "Weights and values");
        ValuesAnnex.Write(page, report);
        Annex(page, 'D', "Scores by body, and dissent");
        BodiesAnnex.Write(page, report);
        Annex(page, 'E', "Findings");
        FindingsAnnex.Write(page, report);
        Annex(page, 'F', "Evidence missing");
        MissingAnnex.Write(page, report);
        Annex(page, 'G', "Sources");
        SourcesAnnex.Write(page, report);
        Annex(page, 'H', "Scores in full, with reasons");
        ScoresAnnex.Write(page, report);
        Annex(page, 'I', "Inputs, with what they rest on");
        InputsAnnex.Write(page, report);
        Annex(page, 'J', "Audit trail");
        AuditAnnex.Write(page, report);
        if (report.HasStages)
        {
            Annex(page, 'K', "Stages and decisions");
            StagesAnnex.Write(page, report);
        }

        return page;
    }

    private static void Annex(MarkdownPage page, char letter, string title) => page.Heading(2, $"Annex {letter}. {title}");
}
