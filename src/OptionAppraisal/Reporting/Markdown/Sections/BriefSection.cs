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
        var brief = new Brief(page);
        page.Heading(1, EscapeStart(Words.Short(report.Case.Title, 30)));
        brief.Say($"As of {ValueWording.Date(report.Case.AsOf)}, by the rules of {Escape(Words.Short(report.Pack.Title))}. {Marked(report)}".TrimEnd());
        foreach (var recommendation in report.Result.Recommendations.Take(1))
        {
            Asked(brief, report, recommendation);
            Recommended(brief, report, recommendation);
            WhyAhead(brief, report, recommendation);
            Open(brief, report, recommendation);
        }

        Rejected(brief, report);
    }

    private static string Marked(ReportContext report)
    {
        var count = EvidenceCount.Of(report.Result);
        return count.Notes is [{ Count: > 1 } note, ..] && note.Note.Length <= 40
            ? $"**{ReportContext.Capital(EvidenceCount.Share(note.Count, count.Given))} marked \"{Escape(note.Note)}\".**" : "";
    }

    private static void Asked(Brief brief, ReportContext report, Recommendation recommendation)
    {
        brief.Head("Decision asked");
        var bodies = report.Case.Assessors.Select(a => a.BodyId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var what = recommendation.Option is { } option ? $"to decide whether to proceed with **{Escape(Words.Short(option.Title))}**" : "to note that no option can be recommended yet";
        var first = recommendation.Settled ? "" : ", or first to ask for the evidence below";
        if (bodies.Count == 0)
        {
            brief.Say($"The deciding bodies are asked {what}{first}.");
            return;
        }

        var named = bodies.Take(MostBodies).Select(b => Escape(Words.Short(BodyWording.NameOf(b, report)))).ToList();
        var more = bodies.Count > MostBodies ? $" and {ReportContext.Count(bodies.Count - MostBodies, "other")}" : "";
        brief.Say($"{(named.Count == 1 ? named[0] : string.Join(" and ", named))}{more} {(bodies.Count == 1 ? "is" : "are each")} asked {what}{first}.");
        foreach (var body in bodies.Take(MostBodies))
        {
            if (OwnScores(body, recommendation, report) is { Length: > 0 } scores)
            {
                brief.Point($"**{Escape(Words.Short(BodyWording.NameOf(body, report)))}**: {scores}");
            }
        }
    }

    // What a body should know before it votes: how its own assessors judged the option.
    private static string OwnScores(string body, Recommendation recommendation, ReportContext report)
    {
        var option = report.Result.Options.FirstOrDefault(o => o.Option.Id == recommendation.Option?.Id);
        var own = (option?.Criteria ?? []).SelectMany(CriterionTree.Leaves)
            .Select(l => (Leaf: l, Mean: l.Bodies.FirstOrDefault(b => b.BodyId == body))).Where(l => l.Mean is not null).Take(3)
            .Select(l => $"{report.Number(l.Mean!.Value)} for {Escape(Words.Shorten(l.Leaf.Criterion.Title, 8))}{(JudgementsSection.IsDissent(report, l.Leaf.Criterion, option!) ? " (**dissent**)" : "")}").ToList();
        return own.Count == 0 ? "" : $"its own assessors give this option, of 100, {ValueWording.Join(own)}.";
    }

    private static void Recommended(Brief brief, ReportContext report, Recommendation recommendation)
    {
        brief.Head("Recommendation");
        if (recommendation.Option is not { } option || report.Result.Options.FirstOrDefault(o => o.Option.Id == option.Id) is not { } first)
        {
            brief.Say($"**No option is recommended.** {Escape(Words.Shorten(recommendation.Reason, 40))}");
            return;
        }

        var total = report.Figure(first.Total, first.Lowest ?? 0, first.Highest ?? 0);
        var among = report.Ranked.Length == 1 ? "the only option that can be ranked" : $"first of the {report.Ranked.Length.ToString(CultureInfo.InvariantCulture)} options that can be ranked";
        var settled = recommendation.Settled ? "Nothing that is still unknown can change this." : "**This is not settled**: see below.";
        brief.Say($"**{Escape(Words.Short(option.Title))}**, with {total} of 100, {among}. {settled}");
    }

    private static void WhyAhead(Brief brief, ReportContext report, Recommendation recommendation)
    {
        if (recommendation.Option is null || report.Ranked is not [var first, var second, ..] || first.Rank == second.Rank
            || LeadExplanation.Between(first, second, report.Pack.WhenUnknown) is not { } lead)
        {
            return;
        }

        brief.Head("Why it leads");
        foreach (var sentence in LeadWording.Sentences(lead, report))
        {
            brief.Say(sentence);
        }
    }

    private static void Open(Brief brief, ReportContext report, Recommendation recommendation)
    {
        var settlement = Settlement.Of(report.Result, recommendation);
        if (settlement.Settled)
        {
            return;
        }

        brief.Head("What is unknown, and what would settle it");
        foreach (var rival in settlement.Rivals.Take(MostRivals))
        {
            brief.Point(Rival(report, rival, recommendation));
        }

        if (settlement.Rivals.Length > MostRivals)
        {
            brief.Point($"{ReportContext.Count(settlement.Rivals.Length - MostRivals, "more option")} could still come first: Annex A.");
        }

        var asked = report.Missing(settlement.Missing.Take(MostQuestions));
        if (asked.IsEmpty)
        {
            return;
        }

        brief.Say("To settle it, ask:");
        foreach (var fact in asked)
        {
            brief.Point(Escape(Words.Short(fact.Ask ?? ReportContext.Capital(fact.Fact), 20)) + (fact.Owner.Length > 0 ? $" ({Escape(Words.Short(fact.Owner))})" : ""));
        }

        if (settlement.Missing.Length > MostQuestions)
        {
            brief.Point($"and {ReportContext.Count(settlement.Missing.Length - MostQuestions, "more fact")}: Annex F.");
        }
    }

    private static string Rival(ReportContext report, OptionResult rival, Recommendation recommendation)
    {
        var reach = rival.Total is { } total ? $"scores {report.Number(total)}" : $"could score {report.Figure(null, rival.Lowest ?? 0, rival.Highest ?? 100)}";
        var more = recommendation.Option is not null && rival.Lowest > report.Ranked.FirstOrDefault()?.Highest ? ", more than the option recommended," : "";
        var open = rival.Gates.Where(g => g.Outcome == GateOutcome.Unknown).Select(g => Escape(Words.Short(g.Gate.Title))).ToList();
        var blocked = open.Count == 0 ? "" : $" It cannot be ranked until this is known: {ValueWording.Join(open.Count > 2 ? [open[0], $"{(open.Count - 1).ToString(CultureInfo.InvariantCulture)} more"] : open)}.";
        return $"**{Escape(Words.Short(rival.Option.Title))}** {reach}{more}{(more.Length > 0 ? " if it may be chosen" : "")}.{blocked}";
    }

    private static void Rejected(Brief brief, ReportContext report)
    {
        var out_ = report.ByRank.Where(o => o.Status is OptionStatus.Excluded or OptionStatus.ShownOnly).ToList();
        if (out_.Count == 0)
        {
            return;
        }

        brief.Head("What cannot be chosen");
        foreach (var option in out_.Take(MostRejected))
        {
            var failed = option.Gates.Where(g => g.Outcome == GateOutcome.Fail).Select(g => Escape(Words.Short(g.Gate.Title))).ToList();
            var named = failed.Count > 2 ? [failed[0], failed[1], $"{(failed.Count - 2).ToString(CultureInfo.InvariantCulture)} more"] : failed;
            brief.Point($"**{Escape(Words.Short(option.Option.Title))}**{(option.Option.IsBaseline ? " (the baseline)" : "")}. Not met: {string.Join("; ", named)}.");
        }

        if (out_.Count > MostRejected)
        {
            brief.Point($"{ReportContext.Count(out_.Count - MostRejected, "more option")}: Annex B.");
        }
    }
}
