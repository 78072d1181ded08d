using OptionAppraisal.Analysis;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What a board reads of stages: where the appraisal stands, who decided what before, what the bodies' differences come to.</summary>
internal static class StagesBrief
{
    private const int MostDifferences = 4;
    private const int MostLeft = 4;

    public static void Standing(Brief brief, ReportContext report, BriefDetail detail)
    {
        if (!report.HasStages)
        {
            return;
        }

        brief.Head("Where the appraisal stands");
        // For whom it waits is said below, where they are asked.
        var ending = report.Result.Stage is { Ended: StageEnding.Waiting, By.IsEmpty: false } ? "" : $" **{Escape(Words.Shorten(StageWording.Ending(report), 50))}**";
        brief.Say($"{Escape(Words.Shorten(StageWording.Place(report), 20))}{ending}");

        if (!detail.SaysDecided)
        {
            brief.LeaveOut();
            return;
        }

        foreach (var decision in StageWording.Decisions(report.Result.Stage, report.Case).Where(d => report.Result.Stage.Ended != StageEnding.Waiting || !d.EndsWith(StageWording.NotDecided, StringComparison.Ordinal)))
        {
            brief.Point(EscapeStart(Words.Shorten(decision, 40)));
        }
    }

    /// <summary>Why no decision is asked; null where one is.</summary>
    public static string? NothingAsked(ReportContext report)
    {
        var stage = report.Result.Stage;
        return stage.Ended switch
        {
            StageEnding.Stopped => "None: the appraisal was stopped. This paper is for information.",
            StageEnding.Passed => "None: this stage is past. This paper is for information.",
            StageEnding.Waiting when stage.By.IsEmpty => "To say which bodies decide at the end of this stage: nobody can be asked before that is known.",
            StageEnding.Last when !stage.Reviewers.IsEmpty => "None: every body has decided to proceed. This paper is for information.",
            _ => null,
        };
    }

    /// <summary>What the stage wants told, whatever its severity and however long.</summary>
    public static void Shown(Brief brief, ReportContext report)
    {
        brief.Head(ShownFinding.Heading);
        foreach (var finding in ShownFinding.Of(report))
        {
            var (verdict, missing) = finding.IsKnown ? ("", "") : finding.Doubt(report);
            var doubt = finding.IsKnown ? "" : $"**{verdict}**{(missing.Length > 0 ? " " : "")}{Escape(missing)}: ";
            brief.MustPoint($"{(finding.About.Length > 0 ? $"**{Escape(Words.Short(finding.About, 30))}**: " : "")}{doubt}{(finding.About.Length + doubt.Length > 0 ? Escape(finding.Finding.Text) : EscapeStart(finding.Finding.Text))}");
        }
    }

    public static void Before(Brief brief, ReportContext report, BriefDetail detail)
    {
        if (report.Result.EarlierStages.IsEmpty)
        {
            return;
        }

        if (!detail.SaysBefore)
        {
            brief.LeaveOut();
            return;
        }

        brief.Head("What came before");
        foreach (var earlier in report.Result.EarlierStages)
        {
            var said = StageWording.Decisions(earlier.Stage, report.Case).Select(d => Words.Shorten(d, 30));
            var left = report.ByRank.Where(o => o.LeftIn == earlier.Stage.Id).ToList();
            var out_ = left.Take(MostLeft).Select(o => Words.Shorten(StageWording.Left(o, report)!, 40)).ToList();
            var more = left.Count > MostLeft ? $"{ReportContext.Count(left.Count - MostLeft, "more option")} left: Annex K." : "";
            brief.Point($"**{Escape(Words.Short(StageWording.TitleOf(earlier.Stage)))}**. {Escape(string.Join(' ', said))}".TrimEnd());
            foreach (var option in out_)
            {
                brief.Point(EscapeStart(option));
            }

            if (more.Length > 0)
            {
                brief.Point(more);
            }
        }
    }

    public static void Differences(Brief brief, ReportContext report, BriefDetail detail)
    {
        var sentences = SideView.InBrief(report, detail.SaysSame).ToList();
        brief.Head("The bodies' differences");
        foreach (var sentence in sentences.Take(MostDifferences))
        {
            brief.Point(EscapeStart(Words.Shorten(ReportContext.Capital(sentence), 40)));
        }

        if (sentences.Count > MostDifferences)
        {
            brief.Point("More in Annexes C and D.");
        }
    }

    /// <summary>What to ask, of whom, and for which of several.</summary>
    public static string Question(MissingFact fact)
    {
        var about = string.Join(": ", new[] { Words.Short(fact.Owner), fact.Ask is null ? "" : Words.Short(fact.Member ?? "") }.Where(w => w.Length > 0));
        return Words.Short(fact.Ask ?? ReportContext.Capital(fact.Fact), 20) + (about.Length > 0 ? $" ({about})" : "");
    }

    /// <summary>What the stage lacks, but for what was asked already.</summary>
    public static void StillNeeded(Brief brief, ReportContext report, IReadOnlySet<string> asked, BriefDetail detail)
    {
        var needed = report.Missing(report.Result.Stage.Incomplete.Where(p => !asked.Contains(p)));
        if (needed.IsEmpty)
        {
            return;
        }

        if (detail.Needed < 0)
        {
            brief.LeaveOut();
            return;
        }

        brief.Head("Information still needed");
        foreach (var fact in needed.Take(detail.Needed))
        {
            brief.Point(EscapeStart(Question(fact)));
        }

        if (needed.Length > detail.Needed)
        {
            brief.Point(detail.Needed == 0 ? $"{ReportContext.Count(needed.Length, "fact")}: Annex K." : $"and {ReportContext.Count(needed.Length - detail.Needed, "more fact")}: Annex K.");
        }
    }
}
