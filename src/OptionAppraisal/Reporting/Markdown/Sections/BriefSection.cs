using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>The brief: what is asked of each body, what wins and why, what is open, what would settle it. It keeps to its number of words.</summary>
internal static class BriefSection
{
    private const int MostBodies = 4;
    private const int MostRivals = 3;
    private const int MostQuestions = 4;
    private const int MostRejected = 4;

    public static void Write(MarkdownPage page, ReportContext report)
    {
        var allowed = report.Result.Stage.Stage?.MaxWords;
        var most = Math.Max(AppraisalMarkdown.MostWords, allowed ?? 0);
        var dry = new MarkdownPage();
        var needed = new Brief(dry, int.MaxValue);
        Write(dry, needed, report, BriefExtras.None);
        var words = Words.Count(dry.ToString());
        Write(page, new Brief(page, most, needed.MustWords, isMeasured: words <= most), report, BriefExtras.Of(report, Math.Max(0, (allowed ?? most) - words)));
    }

    private static void Write(MarkdownPage page, Brief brief, ReportContext report, BriefExtras extras)
    {
        page.Heading(1, EscapeStart(Words.Short(report.Case.Title, 30)));
        brief.Say($"As of {ValueWording.Date(report.Case.AsOf)}, by the rules of {Escape(Words.Short(report.Pack.Title))}. {Marked(report)}".TrimEnd());
        StagesBrief.Standing(brief, report);
        Points(brief, BriefExtras.Today, extras.Positions);
        Asked(brief, report);
        Recommended(brief, report);
        StagesBrief.Shown(brief, report);
        brief.Head(report.Areas.Length > 1 || report.Areas[0].Title.Length > 0 ? "Why they lead" : "Why it leads");
        foreach (var area in report.Areas)
        {
            WhyAhead(brief, report, area);
        }

        Points(brief, BriefExtras.Watched, extras.Findings);
        var asked = Unknown(brief, report);
        StagesBrief.Differences(brief, report);
        StagesBrief.StillNeeded(brief, report, asked);
        Rejected(brief, report, extras);
        StagesBrief.Before(brief, report);
        brief.Close();
    }

    private static void Points(Brief brief, string heading, ImmutableArray<string> points)
    {
        brief.Head(heading);
        foreach (var point in points)
        {
            brief.Point(point);
        }
    }

    private static string Marked(ReportContext report)
    {
        var count = EvidenceCount.Of(report.Result);
        return count.Notes is [{ Count: > 1 } note, ..] && note.Note.Length <= 40
            ? $"**{ReportContext.Capital(EvidenceCount.Share(note.Count, count.Given))} marked \"{Escape(note.Note)}\".**" : "";
    }

    private static void Asked(Brief brief, ReportContext report)
    {
        brief.Head("Decision asked");
        if (StagesBrief.NothingAsked(report) is { } nothing)
        {
            brief.Say(nothing);
            return;
        }

        var asked = StageWording.Asked(report).ToList();
        if (asked.Count > 0)
        {
            foreach (var sentence in asked)
            {
                brief.Say(EscapeStart(Words.Shorten(sentence, 70)));
            }

            OwnScores(brief, report, [.. report.Result.Stage.By]);
            return;
        }

        var bodies = report.Case.Assessors.Select(a => a.BodyId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var chosen = report.Areas.SelectMany(a => a.Recommendations.Take(1).Select(r => (Area: a, r.Option))).Where(r => r.Option is not null).ToList();
        var what = chosen.Count == 0
            ? "to note that no option can be recommended yet"
            : $"to decide whether to proceed with {string.Join("; ", chosen.Select(c => $"**{Escape(Words.Short(c.Option!.Title))}**{(c.Area.Title.Length > 0 ? $" for {Escape(Words.Short(c.Area.Title))}" : "")}"))}";
        var first = report.Result.Recommendations.All(r => r.Settled) ? "" : ", or first to ask for the evidence below";
        if (bodies.Count == 0)
        {
            brief.Say($"The deciding bodies are asked {what}{first}.");
            return;
        }

        var named = bodies.Take(MostBodies).Select(b => Escape(Words.Short(BodyWording.NameOf(b, report)))).ToList();
        var more = bodies.Count > MostBodies ? $" and {ReportContext.Count(bodies.Count - MostBodies, "other")}" : "";
        brief.Say($"{(named.Count == 1 ? named[0] : string.Join(" and ", named))}{more} {(bodies.Count == 1 ? "is" : "are each")} asked {what}{first}.");
        OwnScores(brief, report, bodies);
    }

    private static void OwnScores(Brief brief, ReportContext report, List<string> bodies)
    {
        foreach (var body in bodies.Take(MostBodies))
        {
            if (OwnScores(body, report) is { Length: > 0 } scores)
            {
                brief.Point($"**{Escape(Words.Short(BodyWording.NameOf(body, report)))}**: {scores}");
            }
        }
    }

    // What a body should know before it votes: how its own assessors judged the option.
    private static string OwnScores(string body, ReportContext report)
    {
        var parts = new List<string>();
        foreach (var option in report.Areas.SelectMany(a => a.Recommendations.Take(1)).Select(r => report.Result.Options.FirstOrDefault(o => r.Option is not null && o.Option.Id == r.Option.Id)).OfType<OptionResult>())
        {
            // Of several areas only what the bodies do not agree on: the annex has all.
            var own = option.Criteria.SelectMany(CriterionTree.Leaves)
                .Select(l => (Leaf: l, Mean: l.Bodies.FirstOrDefault(b => b.BodyId == body)))
                .Where(l => l.Mean is not null && (report.Areas.Length == 1 || JudgementsSection.IsDissent(report, l.Leaf.Criterion, option))).Take(3)
                .Select(l => $"{report.Number(l.Mean!.Value)} for {Escape(Words.Shorten(l.Leaf.Criterion.Title, 8))}{(JudgementsSection.IsDissent(report, l.Leaf.Criterion, option) ? " (**dissent**)" : "")}").ToList();
            if (own.Count > 0)
            {
                parts.Add($"{(report.Areas.Length > 1 ? Escape(Words.Short(option.Option.Title)) : "this option")}, of 100, {ValueWording.Join(own)}");
            }
        }

        return parts.Count == 0 ? "" : $"its own assessors give {string.Join("; ", parts)}.";
    }

    private static void Recommended(Brief brief, ReportContext report)
    {
        brief.Head(report.Result.Stage.Ended == StageEnding.Stopped ? "What it had come to" : "Recommendation");
        foreach (var area in report.Areas)
        {
            foreach (var recommendation in area.Recommendations.Take(1))
            {
                var text = Recommended(report, area, recommendation);
                if (area.Title.Length > 0)
                {
                    brief.Point($"{Escape(Words.Short(area.Title))}: {text}");
                }
                else
                {
                    brief.Say(text);
                }
            }
        }
    }

    private static HashSet<string> Unknown(Brief brief, ReportContext report)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        brief.Head("What is unknown, and what would settle it");
        foreach (var area in report.Areas)
        {
            foreach (var recommendation in area.Recommendations.Take(1))
            {
                told.UnionWith(Open(brief, report, area, recommendation));
            }
        }

        return told;
    }

    private static string Recommended(ReportContext report, ReportArea area, Recommendation recommendation)
    {
        if (recommendation.Option is not { } option || area.Options.FirstOrDefault(o => o.Option.Id == option.Id) is not { } first)
        {
            return $"**No option is recommended.** {Escape(Words.Shorten(recommendation.Reason, 40))}";
        }

        var total = report.Figure(first.Total, first.Lowest ?? 0, first.Highest ?? 0);
        var among = area.Ranked.Length == 1 ? "the only option that can be ranked" : $"first of the {area.Ranked.Length.ToString(CultureInfo.InvariantCulture)} options that can be ranked";
        var settled = recommendation.Settled ? $"Nothing that is still unknown{(report.Pack.Stages.Length > 1 ? " in this stage" : "")} can change this." : "**This is not settled**: see below.";
        return $"**{Escape(Words.Short(option.Title))}**, with {total} of 100, {among}. {settled}";
    }

    private static void WhyAhead(Brief brief, ReportContext report, ReportArea area)
    {
        if (!area.Recommendations.Any(r => r.Option is not null) || area.Ranked is not [var first, var second, ..] || first.Rank == second.Rank
            || LeadExplanation.Between(first, second, report.Pack.WhenUnknown) is not { } lead)
        {
            return;
        }

        if (area.Title.Length > 0)
        {
            // The largest differences are enough here.
            brief.Point($"{Escape(Words.Short(area.Title))}: {Escape(Words.Short(first.Option.Title))}. {string.Join(' ', LeadWording.Sentences(lead, report).Take(2))}");
            return;
        }

        foreach (var sentence in LeadWording.Sentences(lead, report))
        {
            brief.Say(sentence);
        }
    }

    private static ImmutableArray<string> Open(Brief brief, ReportContext report, ReportArea area, Recommendation recommendation)
    {
        var settlement = Settlement.Of(report.Result, recommendation);
        if (settlement.Settled)
        {
            return [];
        }

        var inArea = area.Title.Length > 0 ? $"{Escape(Words.Short(area.Title))}: " : "";
        foreach (var rival in settlement.Rivals.Take(MostRivals))
        {
            brief.Point(inArea + Rival(report, area, rival, recommendation));
        }

        if (settlement.Rivals.Length > MostRivals)
        {
            brief.Point($"{inArea}{ReportContext.Count(settlement.Rivals.Length - MostRivals, "more option")} could still come first: Annex A.");
        }

        var asked = report.Missing(settlement.Missing.Take(MostQuestions));
        if (asked.IsEmpty)
        {
            return [];
        }

        ImmutableArray<string> told = [.. asked.Select(a => a.Path)];

        var more = settlement.Missing.Length > MostQuestions ? $"and {ReportContext.Count(settlement.Missing.Length - MostQuestions, "more fact")}: Annex F." : "";
        if (inArea.Length > 0)
        {
            brief.Point($"{inArea}to settle it, ask: {string.Join("; ", asked.Select(f => Escape(StagesBrief.Question(f))))}{(more.Length > 0 ? $"; {more}" : "")}".TrimEnd());
            return told;
        }

        brief.Say("To settle it, ask:");
        foreach (var fact in asked)
        {
            brief.Point(EscapeStart(StagesBrief.Question(fact)));
        }

        if (more.Length > 0)
        {
            brief.Point(more);
        }

        return told;
    }

    private static string Rival(ReportContext report, ReportArea area, OptionResult rival, Recommendation recommendation)
    {
        var reach = rival.Total is { } total ? $"scores {report.Number(total)}" : $"could score {report.Figure(null, rival.Lowest ?? 0, rival.Highest ?? 100)}";
        var more = recommendation.Option is not null && rival.Lowest > area.Ranked.FirstOrDefault()?.Highest ? ", more than the option recommended," : "";
        var open = rival.Gates.Where(g => g.Outcome == GateOutcome.Unknown).Select(g => Escape(Words.Short(g.Gate.Title))).ToList();
        var blocked = open.Count == 0 ? "" : $" It cannot be ranked until this is known: {ValueWording.Join(open.Count > 2 ? [open[0], $"{(open.Count - 1).ToString(CultureInfo.InvariantCulture)} more"] : open)}.";
        return $"**{Escape(Words.Short(rival.Option.Title))}** {reach}{more}{(more.Length > 0 ? " if it may be chosen" : "")}.{blocked}";
    }

    /// <summary>What cannot be chosen, and did not leave in an earlier stage.</summary>
    public static IEnumerable<OptionResult> Rejected(ReportContext report) =>
        report.ByRank.Where(o => o.Status is OptionStatus.Excluded or OptionStatus.ShownOnly && StageWording.Earlier(o.LeftIn, report) is null);

    private static void Rejected(Brief brief, ReportContext report, BriefExtras extras)
    {
        var out_ = Rejected(report).ToList();
        if (out_.Count == 0)
        {
            return;
        }

        brief.Head("What cannot be chosen");
        foreach (var option in out_.Take(MostRejected))
        {
            var failed = option.Gates.Where(g => g.Outcome == GateOutcome.Fail).Select(g => Escape(Words.Short(g.Gate.Title))).ToList();
            var named = failed.Count > 2 ? [failed[0], failed[1], $"{(failed.Count - 2).ToString(CultureInfo.InvariantCulture)} more"] : failed;
            named[0] += extras.ReasonOf(option);
            brief.Point($"**{Escape(Words.Short(option.Option.Title))}**{(option.Option.IsBaseline ? " (the baseline)" : "")}. Not met: {string.Join("; ", named)}.");
        }

        if (out_.Count > MostRejected)
        {
            brief.Point($"{ReportContext.Count(out_.Count - MostRejected, "more option")}: Annex B.");
        }
    }
}
