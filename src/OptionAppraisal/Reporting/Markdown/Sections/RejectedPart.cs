using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What cannot be chosen, each with the requirements that it does not meet and the ground of the first; it is never left out.</summary>
internal static class RejectedPart
{
    private const int MostPoints = 4;
    private const int MostNamed = 4;
    private const int MostGates = 3;
    private const int WordsOfGround = 25;

    public static void Write(Brief brief, ReportContext report)
    {
        brief.Head("What cannot be chosen");

        // What is out for good before what is shown beside the others.
        var left = Rejected(report).OrderBy(o => o.Status != OptionStatus.Excluded).ToList();
        var said = new HashSet<string>(StringComparer.Ordinal);
        if (left.Count > 1 && Common(left, report) is { } common)
        {
            brief.MustPoint($"{Names(left, report)}. Not met: {Escape(Words.Short(common.Gate.Title))}{common.Ground}.");
            said.Add(common.Gate.Id);
            left = left.FindAll(o => Failed(o).Any(g => !said.Contains(g.Gate.Id)));
        }

        var also = said.Count > 0 ? " also" : "";
        var points = left.Select(o => (Option: o, Why: Why(o, said, report))).GroupBy(o => o.Why, StringComparer.Ordinal).ToList();
        foreach (var point in points.Take(MostPoints))
        {
            brief.MustPoint($"{Names([.. point.Select(p => p.Option)], report)}. Not met{also}: {point.Key}.");
        }

        if (points.Count > MostPoints)
        {
            brief.MustPoint($"{ReportContext.Count(points.Skip(MostPoints).Sum(p => p.Count()), "more option")}: Annex B.");
        }
    }

    // What did not leave in an earlier stage.
    private static IEnumerable<OptionResult> Rejected(ReportContext report) =>
        report.ByRank.Where(o => o.Status is OptionStatus.Excluded or OptionStatus.ShownOnly && StageWording.Earlier(o.LeftIn, report) is null);

    private static IEnumerable<GateResult> Failed(OptionResult option) => option.Gates.Where(g => g.Outcome == GateOutcome.Fail);

    // The first requirement that none of them meets, on one ground.
    private static (Gate Gate, string Ground)? Common(List<OptionResult> options, ReportContext report)
    {
        foreach (var first in Failed(options[0]))
        {
            var ground = Ground(first, report);
            if (options.TrueForAll(o => Failed(o).Any(g => g.Gate.Id == first.Gate.Id && Ground(g, report) == ground)))
            {
                return (first.Gate, ground);
            }
        }

        return null;
    }

    private static string Names(List<OptionResult> options, ReportContext report) =>
        options.Count == report.Result.Options.Length && options.Count > 1 ? $"**All {options.Count.ToString(CultureInfo.InvariantCulture)} options**"
        : options.Count > MostNamed ? $"**{options.Count.ToString(CultureInfo.InvariantCulture)} options** (Annex B)"
        : ValueWording.Join([.. options.Select(o => $"**{Escape(Words.Short(report.NameOf(o.Option)))}**{(o.Option.IsBaseline ? " (the baseline)" : "")}")]);

    private static string Why(OptionResult option, HashSet<string> said, ReportContext report)
    {
        var failed = Failed(option).Where(g => !said.Contains(g.Gate.Id)).ToList();
        var named = failed.Take(MostGates).Select(g => Escape(Words.Short(g.Gate.Title))).ToList();
        named[0] += Ground(failed[0], report);
        if (failed.Count > MostGates)
        {
            named.Add($"{(failed.Count - MostGates).ToString(CultureInfo.InvariantCulture)} more");
        }

        return string.Join("; ", named);
    }

    // Why the requirement is asked, or what of it is not so, in brackets; empty where no reason is given.
    private static string Ground(GateResult gate, ReportContext report)
    {
        var part = gate.Gate.Because is null ? gate.Parts.FirstOrDefault(p => p.Outcome == GateOutcome.Fail) : null;
        if ((gate.Gate.Because ?? part?.Part.Because) is not { } because)
        {
            return "";
        }

        // The part's words with the part's sources.
        ImmutableArray<SourceReference> source = [.. (part is { Part.Sources: { IsEmpty: false } own } ? own : gate.Gate.Sources).Take(1)];
        return $" ({(gate.Gate.Because is null ? "not so: " : "")}{Escape(Words.Shorten(because.TrimEnd('.'), WordsOfGround))}{(source.IsEmpty ? "" : " ")}{Escape(Words.Short(report.Sources.Cite(source), 5))})";
    }
}
