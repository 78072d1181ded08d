using OptionAppraisal.Reporting.Text;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What a brief says beside what it must, as far as its words go: on what the lead rests, then what else to watch.</summary>
/// <remarks>The annexes hold all of it, so that nothing is lost where there is no room.</remarks>
internal sealed class BriefExtras
{
    private const int MostFindings = 4;

    // The fullest account of a lead first: how many differences each way, and whether without the two values.
    private static readonly ImmutableArray<(int Most, bool IsBare)> Fullness = [(2, false), (1, false), (1, true)];

    private readonly Dictionary<string, ImmutableArray<string>> _leads = new(StringComparer.Ordinal);
    private int _room;

    private BriefExtras(int room) => _room = room;

    public static BriefExtras None { get; } = new(0);

    /// <summary>A line for each finding but those that a brief must tell.</summary>
    public ImmutableArray<string> Findings { get; private set; } = [];

    /// <summary>How many more there are; null for none.</summary>
    public string? More { get; private set; }

    /// <summary>What there is room for.</summary>
    public static BriefExtras Of(ReportContext report, int room)
    {
        var extras = new BriefExtras(room - (report.Areas.Any(a => LeadWording.Of(report, a) is not null) ? Words.Count(LeadHeading(report)) : 0));
        extras.TakeLeads(report);
        extras.TakeFindings(BriefFindings.Of(report));
        return extras;
    }

    /// <summary>What makes the lead of the first option of an area, in sentences; empty where there is no room.</summary>
    public ImmutableArray<string> LeadOf(ReportArea area) => _leads.GetValueOrDefault(area.Id ?? "", []);

    public static string LeadHeading(ReportContext report) => report.Areas.Length > 1 || report.Areas[0].Title.Length > 0 ? "Why they lead" : "Why it leads";

    /// <summary>The words of the shortest account of each lead: a board should hear on what it rests.</summary>
    public static int LeastOfLeads(ReportContext report)
    {
        var words = report.Areas.Sum(a => LeadWording.Of(report, a) is { } lead ? LeadWording.Ways(lead, report, 1, isBare: true).Sum(Words.Count) + Words.Count(a.Title) : 0);
        return words == 0 ? 0 : words + Words.Count(LeadHeading(report));
    }

    // Where it gains is not told without where it loses, nor one area without the others. The largest difference each way is better than none.
    private void TakeLeads(ReportContext report)
    {
        var leads = report.Areas.Select(a => (Area: a, Lead: LeadWording.Of(report, a))).Where(l => l.Lead is not null).ToList();
        foreach (var (most, isBare) in Fullness)
        {
            var told = leads.ConvertAll(l => (l.Area, Ways: LeadWording.Ways(l.Lead!, report, most, isBare)));
            if (!Take([.. told.SelectMany(t => t.Ways.Prepend(t.Area.Title))]))
            {
                continue;
            }

            foreach (var (area, ways) in told)
            {
                _leads.Add(area.Id ?? "", ways);
            }

            return;
        }
    }

    private void TakeFindings(BriefFindings findings)
    {
        var taken = 0;
        var most = Math.Min(findings.Others.Length, MostFindings - findings.OfOptions.Length);
        while (taken < most && Take([findings.Others[taken]]))
        {
            taken++;
        }

        Findings = findings.Others[..taken];
        More = findings.More(taken);
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
