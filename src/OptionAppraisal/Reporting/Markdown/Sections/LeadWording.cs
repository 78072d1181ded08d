using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>Why one option is ahead of another, in words: the largest differences each way, and the rest as one figure, so that they sum to the lead.</summary>
internal static class LeadWording
{
    /// <summary>The lead of the option recommended in an area; null where none is recommended or nothing is second.</summary>
    public static LeadExplanation? Of(ReportContext report, ReportArea area) =>
        area.Recommendations.Any(r => r.Option is not null) && area.Ranked is [var first, var second, ..] && first.Rank != second.Rank ? LeadExplanation.Between(first, second, report.Pack.WhenUnknown) : null;

    public static string Ahead(LeadExplanation lead, string who, ReportContext report)
    {
        var decimals = LeadSection.Decimals(lead, report);
        return $"{who} is {Number(lead.Lead, decimals)} points ahead of **{Escape(Words.Short(lead.Behind.Option.Title))}** ({Number(lead.Ahead.RankedOn ?? 0, decimals)} against {Number(lead.Behind.RankedOn ?? 0, decimals)}).";
    }

    /// <summary>Where it gains and where it loses, and what the rest comes to.</summary>
    public static (ImmutableArray<string> Sentences, string? Smaller) Ways(LeadExplanation lead, ReportContext report, int mostEachWay)
    {
        var decimals = LeadSection.Decimals(lead, report);

        // One more is named rather than counted.
        var (up, down) = (lead.Parts.Count(p => p.Difference > 0), lead.Parts.Count(p => p.Difference < 0));
        var most = mostEachWay > 1 && lead.Parts.Length - Math.Min(up, mostEachWay) - Math.Min(down, mostEachWay) == 1 ? mostEachWay + 1 : mostEachWay;
        var gains = lead.Parts.Where(p => p.Difference > 0).Take(most).ToList();
        var losses = lead.Parts.Where(p => p.Difference < 0).Take(most).ToList();
        var sentences = ImmutableArray.CreateBuilder<string>();
        if (gains.Count > 0)
        {
            sentences.Add($"It gains on {List(gains, decimals, report)}.");
        }

        if (losses.Count > 0)
        {
            sentences.Add($"It loses on {List(losses, decimals, report)}.");
        }

        // The rest is what the printed figures leave of the printed lead, so that a reader's sum comes out.
        var rest = lead.Parts.Length - gains.Count - losses.Count;
        var left = Rounded(lead.Lead, decimals) - gains.Concat(losses).Sum(p => Rounded(p.Difference, decimals));
        return (sentences.ToImmutable(), rest > 0 ? $"{(mostEachWay > 1 ? ReportContext.Count(rest, "smaller difference makes", "smaller differences make") : ReportContext.Count(rest, "other difference makes", "other differences make"))} {Signed(left, decimals)} together." : null);
    }

    private static string List(List<LeadPart> parts, int decimals, ReportContext report) => ValueWording.Join(
        [.. parts.Select(p => $"{Escape(Words.Short(p.Criterion.Title, 8))} ({report.Number(p.AheadValue)} against {report.Number(p.BehindValue)}: {Signed(p.Difference, decimals)})")]);

    private static decimal Rounded(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal number, int decimals) => ReportContext.Number(number, decimals);

    private static string Signed(decimal number, int decimals) => (number > 0 ? "+" : "") + Number(number, decimals);
}
