using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>A fact and its figure, in few words.</summary>
internal static class FigureWording
{
    private const string Yearly = " a year";

    public static string TitleOf(FactDefinition fact) => Words.Short(fact.Title ?? ReportContext.Capital(MissingFact.InWords(fact.Id)), 8);

    /// <summary>The figure; a title that says <c>a year</c> says it for the figure.</summary>
    public static string Of(Value value, FactDefinition fact, FactType type, ReportContext report)
    {
        var figure = ValueWording.Format(value, type, report.Pack.Decimals);
        return TitleOf(fact).EndsWith(Yearly, StringComparison.Ordinal) && figure.EndsWith(Yearly, StringComparison.Ordinal) ? figure[..^Yearly.Length] : figure;
    }
}
