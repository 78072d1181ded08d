using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Why one option is ahead of another, in words: the largest differences each way, and the rest as one figure, so that they sum to the lead.</summary>
internal static class LeadWording
{
    private const int MostEachWay = 2;

    public static IEnumerable<string> Sentences(LeadExplanation lead, ReportContext report)
    {
        var decimals = LeadSection.Decimals(lead, report);

        // One more is named rather than counted.
        var (up, down) = (lead.Parts.Count(p => p.Difference > 0), lead.Parts.Count(p => p.Difference < 0));
        var most = lead.Parts.Length - Math.Min(up, MostEachWay) - Math.Min(down, MostEachWay) == 1 ? MostEachWay + 1 : MostEachWay;
        var gains = lead.Parts.Where(p => p.Difference > 0).Take(most).ToList();
        var losses = lead.Parts.Where(p => p.Difference < 0).Take(most).ToList();
        yield return $"It is {Number(lead.Lead, decimals)} points ahead of the second, **{Escape(Words.Short(lead.Behind.Option.Title))}** ({Number(lead.Ahead.RankedOn ?? 0, decimals)} against {Number(lead.Behind.RankedOn ?? 0, decimals)}).";
        if (gains.Count > 0)
        {
            yield return $"It gains on {List(gains, decimals, report)}.";
        }

        if (losses.Count > 0)
        {
            yield return $"It loses on {List(losses, decimals, report)}.";
        }

        // The rest is what the printed figures leave of the printed lead, so that a reader's sum comes out.
        var rest = lead.Parts.Length - gains.Count - losses.Count;
        var left = Rounded(lead.Lead, decimals) - gains.Concat(losses).Sum(p => Rounded(p.Difference, decimals));
        if (rest > 0)
        {
            yield return $"{ReportContext.Count(rest, "smaller difference makes", "smaller differences make")} {Signed(left, decimals)} together.";
        }
    }

    private static string List(List<LeadPart> parts, int decimals, ReportContext report) => ValueWording.Join(
        [.. parts.Select(p => $"{Escape(Words.Short(p.Criterion.Title, 8))} ({report.Number(p.AheadValue)} against {report.Number(p.BehindValue)}: {Signed(p.Difference, decimals)})")]);

    private static decimal Rounded(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal number, int decimals) => ReportContext.Number(number, decimals);

    private static string Signed(decimal number, int decimals) => (number > 0 ? "+" : "") + Number(number, decimals);
}
