using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What a brief says beside what it must, as far as its words go: where things stand today, why an option is out, what to watch.</summary>
/// <remarks>The annexes hold all of it, so that nothing is lost where there is no room.</remarks>
internal sealed class BriefExtras
{
    /// <summary>The heading of where things stand today.</summary>
    public const string Today = "Current position";

    /// <summary>The heading of what to watch.</summary>
    public const string Watched = "Risks and conditions";

    private const int MostFindings = 4;
    private const int MostReasons = 4;
    private const int WordsOfFinding = 32;
    private const int WordsOfReason = 18;

    private readonly Dictionary<string, string> _reasons = new(StringComparer.Ordinal);
    private int _room;

    private BriefExtras(int room) => _room = room;

    public static BriefExtras None { get; } = new(0);

    /// <summary>A line for each area.</summary>
    public ImmutableArray<string> Positions { get; private set; } = [];

    /// <summary>A line for each finding, the worst first.</summary>
    public ImmutableArray<string> Findings { get; private set; } = [];

    /// <summary>What there is room for.</summary>
    public static BriefExtras Of(ReportContext report, int room)
    {
        var extras = new BriefExtras(room);
        extras.TakePositions(report);
        var findings = FindingLines(report);
        extras.TakeFindings(findings, 1);
        extras.TakeReasons(report);
        extras.TakeFindings(findings, MostFindings);
        return extras;
    }

    /// <summary>The reason why the first requirement that an option fails is asked, or what of it is not so, in brackets; empty where there is no room or none is given.</summary>
    public string ReasonOf(OptionResult option) => _reasons.GetValueOrDefault(option.Option.Id, "");

    // All areas or none: half a picture of today is none.
    private void TakePositions(ReportContext report)
    {
        ImmutableArray<string> lines = [.. report.Areas.Select(a => Position(a, report)).OfType<string>()];
        if (!lines.IsEmpty && Take([Today, .. lines]))
        {
            Positions = lines;
        }
    }

    private static string? Position(ReportArea area, ReportContext report)
    {
        if (area.Options.FirstOrDefault(o => o.Option.IsBaseline) is not { } today)
        {
            return null;
        }

        var score = today is { Lowest: { } lowest, Highest: { } highest } ? $", {report.Figure(today.Total, lowest, highest)} of 100" : "";
        // One figure of those that the stage asks for; zero says nothing of today.
        var figure = (report.Result.Stage.Stage?.NeedsOfOption ?? []).Select(n => n.Fact).OfType<FactDefinition>()
            .FirstOrDefault(f => f is { Per: null, Type: NumberType } && today.Option.Facts[f] is { IsKnown: true, Number: not 0 });
        var known = figure is null ? "" : $"; {Words.Short(figure.Title ?? ReportContext.Capital(MissingFact.InWords(figure.Id)), 8)}: {ValueWording.Format(today.Option.Facts[figure], figure.Type, report.Pack.Decimals)}";
        return $"{(area.Title.Length > 0 ? $"{Escape(Words.Short(area.Title))}: " : "")}{Escape(Words.Short(today.Option.Title))}{score}{Escape(known)}.";
    }

    private void TakeReasons(ReportContext report)
    {
        // What is out for good before what is shown beside the others.
        foreach (var option in BriefSection.Rejected(report).OrderBy(o => o.Status != OptionStatus.Excluded).Take(MostReasons))
        {
            var gate = option.Gates.First(g => g.Outcome == GateOutcome.Fail);
            var part = gate.Parts.FirstOrDefault(p => p.Outcome == GateOutcome.Fail);
            if ((gate.Gate.Because ?? part?.Part.Because) is not { } because)
            {
                continue;
            }

            // Whole or not at all; and what is not said has no source with a number.
            ImmutableArray<SourceReference> source = [.. (part is { Part.Sources: { IsEmpty: false } own } ? own : gate.Gate.Sources).Take(1)];
            var said = $" ({(gate.Gate.Because is null ? "not so: " : "")}{Escape(because.TrimEnd('.'))}";
            if (Words.Count(because) > WordsOfReason || Words.Count(said) + source.Sum(r => 1 + Words.Count(r.At ?? "")) > _room)
            {
                continue;
            }

            var reason = $"{said}{(source.IsEmpty ? "" : " ")}{Escape(report.Sources.Cite(source))})";
            if (Take([reason]))
            {
                _reasons.Add(option.Option.Id, reason);
            }
        }
    }

    // Of what is recommended and of the case: what weighs most, and of what weighs less what is about the option.
    private static ImmutableArray<string> FindingLines(ReportContext report)
    {
        var shown = ShownFinding.Of(report).Select(s => s.Finding.Finding.Id).ToHashSet(StringComparer.Ordinal);
        var recommended = report.Areas.SelectMany(a => a.Recommendations.Take(1)).Select(r => r.Option?.Title).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. FindingGroup.Of(report).Where(g => g.Finding.Outcome == FindingOutcome.Raised && !shown.Contains(g.Finding.Finding.Id))
                .Select(g => (Group: g, IsOfOption: g.Finding.Finding.Scope.Kind == RuleScopeKind.Option, Named: g.Owners.Where(recommended.Contains).ToList()))
                .Where(g => g.IsOfOption ? g.Named.Count > 0 && g.Group.Finding.Severity != FindingSeverity.Low : g.Group.Finding.Severity == FindingSeverity.High)
                .OrderByDescending(g => g.Group.Finding.Severity).ThenByDescending(g => g.IsOfOption)
                .Select(g => Line(g.Group, g.IsOfOption && report.Areas.Length > 1 ? $" for {Escape(ValueWording.Join([.. g.Named.Select(n => Words.Short(n))]))}" : "")),
        ];
    }

    private static string Line(FindingGroup group, string about) =>
        $"**{FindingGroup.SeverityOf(group.Finding.Severity)} {group.Kind.ToLowerInvariant()}**{about}. {Escape(Words.Shorten(group.Finding.Text, WordsOfFinding))}";

    // In order: a lesser one is not put before a worse one that is longer.
    private void TakeFindings(ImmutableArray<string> lines, int most)
    {
        var taken = Findings.Length;
        while (taken < Math.Min(most, lines.Length) && Take(taken == 0 ? [Watched, lines[taken]] : [lines[taken]]))
        {
            taken++;
        }

        Findings = lines[..taken];
        var more = $"{ReportContext.Count(lines.Length - taken, "more", "more")}: Annex E.";
        if (most == MostFindings && taken > 0 && taken < lines.Length && Take([more]))
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
