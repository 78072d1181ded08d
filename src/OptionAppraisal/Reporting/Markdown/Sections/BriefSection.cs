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

    public static void Write(MarkdownPage page, ReportContext report)
    {
        var allowed = report.Result.Stage.Stage?.MaxWords;
        var wanted = allowed ?? AppraisalMarkdown.MostWords;
        var most = Math.Max(AppraisalMarkdown.MostWords, wanted);
        foreach (var detail in BriefDetail.Levels)
        {
            var dry = new MarkdownPage();
            var needed = new Brief(dry, int.MaxValue);
            Write(dry, needed, report, detail, BriefExtras.None);
            var words = Words.Count(dry.ToString());
            if (words + BriefExtras.LeastOfLeads(report) <= wanted || detail == BriefDetail.Levels[^1])
            {
                Write(page, new Brief(page, most, needed.MustWords, needed.ShouldWords, isMeasured: words <= most), report, detail, BriefExtras.Of(report, Math.Max(0, wanted - words)));
                return;
            }
        }
    }

    private static void Write(MarkdownPage page, Brief brief, ReportContext report, BriefDetail detail, BriefExtras extras)
    {
        page.Heading(1, EscapeStart(Words.Short(report.Case.Title, 30)));
        brief.MustSay($"As of {ValueWording.Date(report.Case.AsOf)}. {Marked(report)}".TrimEnd());
        StagesBrief.Standing(brief, report, detail);
        BriefPosition.Write(brief, report);
        Asked(brief, report);
        Recommended(brief, report);
        StagesBrief.Shown(brief, report);
        brief.Head(BriefExtras.LeadHeading(report));
        foreach (var area in report.Areas)
        {
            WhyAhead(brief, area, extras);
        }

        Watched(brief, report, extras);
        var asked = Unknown(brief, report, detail);
        StagesBrief.Differences(brief, report, detail);
        StagesBrief.StillNeeded(brief, report, asked, detail);
        RejectedPart.Write(brief, report);
        StagesBrief.Before(brief, report, detail);
        brief.Close();
    }

    private static void Watched(Brief brief, ReportContext report, BriefExtras extras)
    {
        brief.Head(BriefFindings.Heading);
        foreach (var high in BriefFindings.Of(report).OfOptions)
        {
            brief.MustPoint(high);
        }

        foreach (var finding in extras.Findings)
        {
            brief.Point(finding);
        }

        if ((extras == BriefExtras.None ? BriefFindings.Of(report).More(0) : extras.More) is { } more)
        {
            brief.ShouldPoint(more);
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
            brief.MustSay(nothing);
            return;
        }

        var asked = StageWording.Asked(report).ToList();
        if (asked.Count > 0)
        {
            foreach (var sentence in asked)
            {
                brief.MustSay(EscapeStart(Words.Shorten(sentence, 45)));
            }

            // Those who have decided too: each sees what the other gains.
            BodyPart.Write(brief, report, report.Result.Stage.Reviewers.Select(b => b.Id).Take(MostBodies));
            return;
        }

        if (StageWording.NothingToChoose(report) is { } none)
        {
            brief.MustSay(none);
            return;
        }

        var bodies = report.Case.Assessors.Select(a => a.BodyId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var chosen = report.Areas.SelectMany(a => a.Recommendations.Take(1).Select(r => (Area: a, r.Option))).Where(r => r.Option is not null).ToList();
        var what = chosen.Count == 0
            ? "to note that no option can be recommended yet"
            : $"to decide whether to proceed with {string.Join("; ", chosen.Select(c => $"**{Escape(Words.Short(c.Option!.Title))}**{(c.Area.Title.Length > 0 ? $" for {Escape(Words.Short(c.Area.Title))}" : "")}"))}";
        var first = report.Result.Recommendations.All(r => Settlement.Of(report.Result, r).Missing.IsEmpty) ? "" : ", or first to ask for the evidence below";
        if (bodies.Count == 0)
        {
            brief.MustSay($"The deciding bodies are asked {what}{first}.");
            return;
        }

        var named = bodies.Take(MostBodies).Select((b, i) => i == 0 ? EscapeStart(Words.Short(BodyWording.NameOf(b, report))) : Escape(Words.Short(BodyWording.NameOf(b, report)))).ToList();
        var more = bodies.Count > MostBodies ? $" and {ReportContext.Count(bodies.Count - MostBodies, "other")}" : "";
        brief.MustSay($"{(named.Count == 1 ? named[0] : string.Join(" and ", named))}{more} {(bodies.Count == 1 ? "is" : "are each")} asked {what}{first}.");
        BodyPart.Write(brief, report, bodies.Take(MostBodies));
    }

    private static void Recommended(Brief brief, ReportContext report)
    {
        brief.Head(report.Result.Stage.Ended == StageEnding.Stopped ? "What it had come to" : "Recommendation");
        var hasSettled = false;
        foreach (var area in report.Areas)
        {
            foreach (var recommendation in area.Recommendations.Take(1))
            {
                var text = Recommended(report, area, recommendation, !hasSettled);
                hasSettled |= recommendation.Settled;
                if (area.Title.Length > 0)
                {
                    brief.MustPoint($"{EscapeStart(Words.Short(area.Title))}: {text}");
                }
                else
                {
                    brief.MustSay(text);
                }
            }
        }
    }

    private static HashSet<string> Unknown(Brief brief, ReportContext report, BriefDetail detail)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        brief.Head("What is unknown");
        foreach (var area in report.Areas)
        {
            foreach (var recommendation in area.Recommendations.Take(1))
            {
                told.UnionWith(Open(brief, report, area, recommendation, detail));
            }
        }

        return told;
    }

    private static string Recommended(ReportContext report, ReportArea area, Recommendation recommendation, bool isFirstSettled)
    {
        if (recommendation.Option is not { } option || area.Options.FirstOrDefault(o => o.Option.Id == option.Id) is not { } first)
        {
            return $"**No option is recommended.** {Escape(Words.Shorten(recommendation.Reason, 40))}";
        }

        var total = report.Figure(first.Total, first.Lowest ?? 0, first.Highest ?? 0);
        var among = area.Ranked.Length == 1 ? "the only one ranked" : $"first of {area.Ranked.Length.ToString(CultureInfo.InvariantCulture)} ranked{(LeadWording.Of(report, area) is { } lead ? LeadWording.Ahead(lead, report) : "")}";
        var settled = recommendation.Settled ? StageWording.Later(report) is { Length: > 0 } later ? $"**Settled** in this stage{(isFirstSettled ? later : "")}." : "**Settled**: nothing unknown can change it." : "**Not settled.**";
        return $"**{Escape(Words.Short(option.Title))}**, {total} of 100, {among}. {settled}";
    }

    private static void WhyAhead(Brief brief, ReportArea area, BriefExtras extras)
    {
        if (area.Title.Length > 0)
        {
            if (extras.LeadOf(area) is { IsEmpty: false } sentences)
            {
                brief.Point($"{EscapeStart(Words.Short(area.Title))}: {string.Join(' ', sentences)}");
            }

            return;
        }

        foreach (var sentence in extras.LeadOf(area))
        {
            brief.Say(sentence);
        }
    }

    private static ImmutableArray<string> Open(Brief brief, ReportContext report, ReportArea area, Recommendation recommendation, BriefDetail detail)
    {
        var settlement = Settlement.Of(report.Result, recommendation);
        if (settlement.Settled || settlement.Missing.IsEmpty)
        {
            return [];
        }

        var inArea = area.Title.Length > 0 ? $"{EscapeStart(Words.Short(area.Title))}: " : "";
        foreach (var rival in settlement.Rivals.Take(MostRivals))
        {
            brief.ShouldPoint(inArea + Rival(report, area, rival, recommendation));
        }

        if (settlement.Rivals.Length > MostRivals)
        {
            brief.ShouldPoint($"{inArea}{ReportContext.Count(settlement.Rivals.Length - MostRivals, "more option")} could still come first: Annex A.");
        }

        var asked = report.Missing(settlement.Missing.Take(detail.Questions));
        if (asked.IsEmpty)
        {
            return [];
        }

        ImmutableArray<string> told = [.. asked.Select(a => a.Path)];

        var more = settlement.Missing.Length > detail.Questions ? $"{(settlement.Missing.Length - detail.Questions).ToString(CultureInfo.InvariantCulture)} more: Annex F." : "";
        if (inArea.Length > 0)
        {
            brief.ShouldPoint($"{inArea}ask: {string.Join("; ", asked.Select(f => Escape(StagesBrief.Question(f))))}{(more.Length > 0 ? $"; {more}" : "")}".TrimEnd());
            return told;
        }

        brief.ShouldSay("To settle it, ask:");
        foreach (var fact in asked)
        {
            brief.ShouldPoint(EscapeStart(StagesBrief.Question(fact)));
        }

        if (more.Length > 0)
        {
            brief.ShouldPoint(more);
        }

        return told;
    }

    private static string Rival(ReportContext report, ReportArea area, OptionResult rival, Recommendation recommendation)
    {
        var reach = rival.Total is { } total ? $"scores {report.Number(total)}" : $"could score {report.Figure(null, rival.Lowest ?? 0, rival.Highest ?? 100)}";
        var more = recommendation.Option is not null && rival.Lowest > area.Ranked.FirstOrDefault()?.Highest ? ", more than the option recommended," : "";
        var open = rival.Gates.Where(g => g.Outcome == GateOutcome.Unknown).Select(g => Escape(Words.Short(g.Gate.Title))).ToList();
        var blocked = open.Count == 0 ? "" : $" Not ranked until known: {ValueWording.Join(open.Count > 2 ? [open[0], $"{(open.Count - 1).ToString(CultureInfo.InvariantCulture)} more"] : open)}.";
        return $"**{Escape(Words.Short(rival.Option.Title))}** {reach}{more}{(more.Length > 0 ? " if it may be chosen" : "")}.{blocked}";
    }
}
