using OptionAppraisal.Reporting.Text;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What a brief says beside what it must, as far as its words go: on what the lead rests, then what else to watch.</summary>
/// <remarks>The annexes hold all of it, so that nothing is lost where there is no room.</remarks>
internal sealed class BriefExtras
{
    private const int MostFindings = 4;

    private readonly Dictionary<string, ImmutableArray<string>> _leads = new(StringComparer.Ordinal);
    private int _room;

    private BriefExtras(int room) => _room = room;

    public static BriefExtras None { get; } = new(0);

    /// <summary>A line for each finding of less than high severity.</summary>
    public ImmutableArray<string> Findings { get; private set; } = [];

    /// <summary>What there is room for.</summary>
    public static BriefExtras Of(ReportContext report, int room)
    {
        var extras = new BriefExtras(room);
        extras.TakeLeads(report);
        extras.TakeFindings(BriefFindings.Of(report));
        return extras;
    }

    /// <summary>What makes the lead of the first option of an area, in sentences; empty where there is no room.</summary>
    public ImmutableArray<string> LeadOf(ReportArea area) => _leads.GetValueOrDefault(area.Id ?? "", []);

    // Where it gains is not told without where it loses. The largest difference each way is better than none.
    private void TakeLeads(ReportContext report)
    {
        foreach (var area in report.Areas)
        {
            if (LeadWording.Of(report, area) is not { } lead)
            {
                continue;
            }

            foreach (var most in (ReadOnlySpan<int>)[2, 1])
            {
                var ways = LeadWording.Ways(lead, report, most);
                if (!Take([.. ways.Sentences]))
                {
                    continue;
                }

                _leads.Add(area.Id ?? "", ways.Smaller is { } rest && area.Title.Length == 0 && Take([rest]) ? ways.Sentences.Add(rest) : ways.Sentences);
                break;
            }
        }
    }

    private void TakeFindings(BriefFindings findings)
    {
        var taken = 0;
        var most = Math.Min(findings.Medium.Length, MostFindings - findings.High.Length);
        while (taken < most && Take(taken + findings.High.Length == 0 ? [BriefFindings.Heading, findings.Medium[taken]] : [findings.Medium[taken]]))
        {
            taken++;
        }

        Findings = findings.Medium[..taken];
        var more = $"{ReportContext.Count(findings.Medium.Length - taken, "more", "more")}: Annex E.";
        if (taken < findings.Medium.Length && taken + findings.High.Length is > 0 and <= BriefFindings.MostHigh && Take([more]))
        {
            Findings = Findings.Add(more);
        }
    }

    private bool Take(ReadOnlySpan<string> texts)
    {
        var words = 0;
        foreach (var text in texts)
        {
            words += Words.Count(text);
        }

        if (words > _room)
        {
            return false;
        }

        _room -= words;
        return true;
    }
}
