using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text;

/// <summary>An appraisal as a text for people who know neither code nor YAML: the answer first, then why, then everything it rests on.</summary>
public static class AppraisalText
{
    /// <summary>The width of a report where nobody asks for another.</summary>
    public const int DefaultWidth = 80;

    private const int Narrowest = 40;
    private const int Widest = 200;

    internal static int Clamp(int width) => Math.Clamp(width, Narrowest, Widest);

    /// <summary>The report of a result.</summary>
    /// <param name="result">The result.</param>
    /// <param name="width">The columns of a line, 40 to 200; what is outside counts as the nearest.</param>
    public static TextReport Write(AppraisalResult result, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(result);
        var page = new ReportBuilder(Clamp(width));
        var report = new ReportContext(result, page);
        HeadSection.Write(report);
        StageSection.Write(report);
        RecommendationSection.Write(report);
        ShownSection.Write(report);
        TooLong(report);
        ShortListSection.Write(report);
        RankingSection.Write(report);
        LeadSection.Write(report);
        SideSection.OnWeights(report);
        RequirementsSection.Write(report);
        ScoresSection.Write(report);
        JudgementsSection.Write(report);
        FindingsSection.Write(report);
        MissingSection.Write(report);
        DominanceSection.Write(report);
        NotInForceSection.Write(report);
        SourcesSection.Write(report);
        EvidenceSection.Write(report);
        AuditSection.Write(report);
        return page.Build();
    }

    // The summary is what stands before the ranking: where it stands, what is recommended, and what the stage reports.
    private static void TooLong(ReportContext report)
    {
        if (StageWording.TooLong(report.Page.WordCount, report) is { } warning)
        {
            report.Page.Blank();
            report.Page.Paragraph(new Phrase(warning, TextRole.Warning));
        }
    }
}
