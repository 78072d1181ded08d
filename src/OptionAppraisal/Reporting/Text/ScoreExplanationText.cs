using OptionAppraisal.Analysis;
using OptionAppraisal.Reporting.Text.Explaining;
using OptionAppraisal.Reporting.Text.Sections;

namespace OptionAppraisal.Reporting.Text;

/// <summary>An explanation as a text: the total, the criteria that make it, and for each the rule, the values, the sources and their places in the files.</summary>
public static class ScoreExplanationText
{
    /// <summary>The text of an explanation.</summary>
    /// <param name="explanation">The explanation.</param>
    /// <param name="width">The columns of a line, 40 to 200; what is outside counts as the nearest.</param>
    public static TextReport Write(ScoreExplanation explanation, int width = AppraisalText.DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        var page = new ReportBuilder(AppraisalText.Clamp(width));
        var report = new ReportContext(explanation.Result, page);
        HeadLines.Write(report, explanation);
        GateLines.Write(report, explanation.Gates);
        foreach (var criterion in explanation.Criteria)
        {
            LeafLines.Write(report, criterion);
        }

        SourcesSection.Write(report);
        return page.Build();
    }
}
