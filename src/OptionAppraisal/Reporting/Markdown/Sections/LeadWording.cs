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

    /// <summary>How far ahead of which option, to follow a rank.</summary>
    public static string Ahead(LeadExplanation lead, ReportContext report) =>
        $", {Number(lead.Lead, Math.Round(lead.Lead, report.Pack.Decimals) == 0 ? LeadSection.Decimals(lead, report) : report.Pack.Decimals)} ahead of **{Escape(Words.Short(lead.Behind.Option.Title))}**";

    /// <summary>Where it gains and where it loses, and what the rest comes to; bare, by what each adds alone.</summary>
    public static ImmutableArray<string> Ways(LeadExplanation lead, ReportContext report, int mostEachWay, bool isBare = false)
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
            sentences.Add($"{(isBare ? "Gains:" : "It gains on")} {List(gains, decimals, report, isBare)}.");
        }

        if (losses.Count > 0)
        {
            sentences.Add($"{(isBare ? "Loses:" : "It loses on")} {List(losses, decimals, report, isBare)}.");
        }

        // The rest is what the printed figures leave of the printed lead, so that a reader's sum comes out.
        var rest = lead.Parts.Length - gains.Count - losses.Count;
        var left = Signed(Rounded(lead.Lead, decimals) - gains.Concat(losses).Sum(p => Rounded(p.Difference, decimals)), decimals);
        if (rest > 0)
        {
            sentences.Add(isBare ? $"Others: {left}."
                : mostEachWay > 1 ? $"{ReportContext.Count(rest, "smaller difference makes", "smaller differences make")} {left}{Together(rest)}."
                : $"{ReportContext.Count(rest, "other difference makes", "other differences make")} {left}{Together(rest)}.");
        }

        return sentences.ToImmutable();
    }

    private static string Together(int differences) => differences > 1 ? " together" : "";

    private static string List(List<LeadPart> parts, int decimals, ReportContext report, bool isBare) => ValueWording.Join(
        [.. parts.Select(p => $"{Escape(Words.Short(p.Criterion.Title, 8))} ({(isBare ? "" : $"{report.Number(p.AheadValue)} against {report.Number(p.BehindValue)}: ")}{Signed(p.Difference, decimals)})")]);

    private static decimal Rounded(decimal number, int decimals) => Math.Round(number, decimals, MidpointRounding.AwayFromZero);

    private static string Number(decimal number, int decimals) => ReportContext.Number(number, decimals);

    private static string Signed(decimal number, int decimals) => (number > 0 ? "+" : "") + Number(number, decimals);
}
