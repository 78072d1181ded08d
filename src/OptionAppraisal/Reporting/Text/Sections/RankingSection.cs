using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Every option with its rank, its status in words and its score.</summary>
internal static class RankingSection
{
    public static void Write(ReportContext report)
    {
        foreach (var area in report.Areas)
        {
            Write(report, area);
        }
    }

    private static void Write(ReportContext report, ReportArea area)
    {
        var page = report.Page;
        page.Heading(area.Heading("Ranking"));
        if (area.Options.IsEmpty)
        {
            page.Paragraph("No option is for this area.");
            return;
        }

        var table = new TextTable(new("Rank", Right: true), new("Option", Flexible: true), new("Status", Flexible: true), new("Score of 100"));
        foreach (var option in area.Options)
        {
            var role = option.Status is OptionStatus.Excluded or OptionStatus.NotKept ? TextRole.Dim : IsRecommended(report, option) ? TextRole.Good : TextRole.Plain;
            table.Add(Rank(option, report), new Phrase(option.Option.Title + (option.Option.IsBaseline ? " (baseline)" : ""), role), Standing(report, option), Score(option, report));
        }

        page.Table(table);
        if (area.Ranked.Any(o => o.Total is null))
        {
            page.Blank();
            page.Paragraph(OnWhat(report));
        }
    }

    public static string OnWhat(ReportContext report) => report.Pack.WhenUnknown == WhenUnknown.Midpoint
        ? "Where a score is a range, something is not known: the option is ranked on the middle of the range."
        : "Where a score is a range, something is not known: the option is ranked on the lowest score it can have.";

    /// <summary>The status, or that it is the option recommended.</summary>
    public static Phrase Standing(ReportContext report, OptionResult option) => IsRecommended(report, option) ? new("recommended", TextRole.Good) : Status(option);

    public static Phrase Status(OptionResult option) => option.Status switch
    {
        OptionStatus.Excluded => new("excluded: a requirement is not met", TextRole.Bad),
        OptionStatus.NotKept => new("not kept by an earlier stage", TextRole.Dim),
        OptionStatus.Unresolved when option.Gates.Any(g => g.Outcome == GateOutcome.Unknown) => new("not ranked: a requirement is not known to be met", TextRole.Warning),
        OptionStatus.Unresolved => new("not ranked: its score is not fully known", TextRole.Warning),
        OptionStatus.ShownOnly => new("shown only: a requirement is not met", TextRole.Warning),
        _ => new("ranked"),
    };

    private static bool IsRecommended(ReportContext report, OptionResult option) =>
        report.Result.Recommendations.Any(r => r.Option?.Id == option.Option.Id);

    public static string Rank(OptionResult option, ReportContext report)
    {
        if (option.Rank is not { } rank)
        {
            return "-";
        }

        var shared = report.RankedBeside(option).Count(o => o.Rank == rank) > 1;
        return rank.ToString(CultureInfo.InvariantCulture) + (shared ? "=" : "");
    }

    // Options of different rank look different, however near they are.
    public static string Score(OptionResult option, ReportContext report)
    {
        if (option.Lowest is not { } lowest || option.Highest is not { } highest)
        {
            return "not scored";
        }

        if (option.Total is not { } total)
        {
            return report.Figure(null, lowest, highest);
        }

        var decimals = report.Pack.Decimals;
        if (option.Rank is not null)
        {
            foreach (var other in report.RankedBeside(option).Where(o => o.Rank != option.Rank))
            {
                decimals = Math.Max(decimals, ReportContext.DecimalsToTellApart(other.RankedOn ?? total, total, report.Pack.Decimals));
            }
        }

        return ReportContext.Number(total, decimals);
    }
}
