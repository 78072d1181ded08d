using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>Stages, decisions and short lists in sentences: the same words in every format.</summary>
internal static class StageWording
{
    /// <summary>How the sentence ends of a body that has not decided.</summary>
    public const string NotDecided = " has not decided.";

    private const int MostOptions = 6;

    private static readonly ImmutableArray<string> Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth"];

    /// <summary>Which stage it is, of how many.</summary>
    public static string Place(ReportContext report)
    {
        var (stage, stages) = (report.Result.Stage, report.Pack.Stages);
        var index = stage.Stage?.Index ?? 0;
        var count = stages.Length.ToString(CultureInfo.InvariantCulture);
        var place = stages.Length < 2 ? "the only stage"
            : index == stages.Length - 1 ? $"the last of {count} stages"
            : index < Ordinals.Length ? $"the {Ordinals[index]} of {count} stages" : $"stage {(index + 1).ToString(CultureInfo.InvariantCulture)} of {count}";
        return $"{TitleOf(stage)}: {place}.";
    }

    /// <summary>What the stage is scored on, where that is not everything; empty otherwise.</summary>
    public static string ScoredOn(ReportContext report)
    {
        var titles = (report.Result.Stage.Stage?.Criteria ?? []).Select(id => report.Pack.AllCriteria.FirstOrDefault(c => c.Id == id)?.Title).OfType<string>().ToList();
        return titles.Count == 0 ? "" : $"It is scored on {ValueWording.Join(titles)} alone.";
    }

    /// <summary>How the stage ended, and what that means.</summary>
    public static string Ending(ReportContext report)
    {
        var stage = report.Result.Stage;
        var by = NamesOf(stage, report);
        var after = Next(report) is { } next
            ? $"The next stage ({next.Title}) begins when {(stage.By.Length == 1 ? "it has" : "each has")} decided to proceed."
            : $"It is complete when {(stage.By.Length == 1 ? "it has" : "each has")} decided to proceed.";
        return stage.Ended switch
        {
            StageEnding.Waiting when stage.By.IsEmpty => "The appraisal waits, and it is not known who has to decide.",
            StageEnding.Waiting => $"The appraisal waits for {by}. {after}",
            StageEnding.Stopped => $"{by} stopped the appraisal. What follows is what it had come to.",
            StageEnding.Passed => Next(report) is { } went ? $"The appraisal has gone on from here to the next stage ({went.Title})." : "The appraisal has gone on from here.",
            _ when stage.Reviewers.IsEmpty => "The appraisal has come to its end.",
            _ => $"The appraisal has come to its end: {ValueWording.Join([.. stage.Reviewers.Select(r => r.Title)])} decided to proceed.",
        };
    }

    /// <summary>What each body decided at the end of a stage, with day and reason, and whose decision does not count yet.</summary>
    public static IEnumerable<string> Decisions(StageResult stage, AppraisalCase appraisalCase)
    {
        foreach (var decision in stage.Decisions)
        {
            yield return DecisionOf(decision);
        }

        foreach (var body in stage.Reviewers.Where(r => !stage.Decisions.Any(d => ReferenceEquals(d.Body, r))))
        {
            var later = appraisalCase.Decisions.FirstOrDefault(d => d.StageId == stage.Id && ReferenceEquals(d.Body, body) && d.On > appraisalCase.AsOf);
            if (later is not null)
            {
                yield return $"{body.Title} has not decided: the decision in the case is dated {ValueWording.Date(later.On)}, after the day of this appraisal.";
            }
            else if (stage.Ended == StageEnding.Stopped || (stage.Ended == StageEnding.Waiting && !stage.Decisions.IsEmpty))
            {
                yield return body.Title + NotDecided;
            }
        }
    }

    /// <summary>What the bodies are asked now: a sentence for those who are asked alike; empty where nobody is asked.</summary>
    public static IEnumerable<string> Asked(ReportContext report)
    {
        var stage = report.Result.Stage;
        if (stage.Ended != StageEnding.Waiting)
        {
            yield break;
        }

        if (NothingToChoose(report) is { } nothing)
        {
            yield return nothing;
            yield break;
        }

        var what = Next(report) is { } next
            ? $"whether to go on to {next.Title}, with {Carried(report)}"
            : $"whether to proceed{Recommended(report)}";
        foreach (var group in stage.By.GroupBy(b => stage.Decisions.Any(d => d.Body.Id == b)).OrderBy(g => g.Key))
        {
            var names = group.Select(b => BodyName(b, stage, report)).ToList();
            var verb = names.Count == 1 ? "is" : "are each";
            yield return $"{ValueWording.Join(names)} {verb} {(group.Key ? "asked again, having deferred, " : "asked ")}{what}.";
        }
    }

    /// <summary>What is asked where no option may be chosen, now or once more is known; null where one may.</summary>
    public static string? NothingToChoose(ReportContext report)
    {
        if (!report.Result.Options.All(o => o.Status is OptionStatus.Excluded or OptionStatus.NotKept or OptionStatus.ShownOnly))
        {
            return null;
        }

        var of = report.Result.Stage is { Ended: StageEnding.Waiting, By.IsEmpty: false } stage ? $" of {NamesOf(stage, report)}" : "";
        return $"There is nothing to choose from. No decision is asked{of} but to note this; a decision waits for new options.";
    }

    /// <summary>The rule of the short list: <c>It keeps the first 3, beside the baseline and what is only shown.</c></summary>
    public static string Rule(StageKeep keeps, ReportContext report)
    {
        var each = report.Pack.Areas is null ? "" : " of each area";
        var which = keeps.AtLeast is { } least ? $"every option with at least {report.Number(least)} of 100" : keeps.Top == 1 ? "the first option" : $"the first {keeps.Top?.ToString(CultureInfo.InvariantCulture)} options";
        return $"{which}{(keeps.AtLeast is null ? each : "")}, ties included; the baseline and what is only shown are carried beside {(keeps.Top == 1 ? "it" : "them")}";
    }

    /// <summary>An option on or off the short list, with the figure that put it there and whatever is doubtful.</summary>
    public static string Listed(OptionResult option, ReportContext report)
    {
        var figure = option is { Lowest: { } lowest, Highest: { } highest } ? $"{report.Figure(option.Total, lowest, highest)} of 100" : "not scored";
        var why = option.Option.IsBaseline ? ", carried as the baseline" : option.Status == OptionStatus.ShownOnly ? ", carried though it cannot be recommended" : "";
        return option.Status == OptionStatus.Unresolved
            ? $"{option.Option.Title}: {figure}{why}; {(option.IsKept == true ? "kept although " : "")}{Doubt(option)}"
            : $"{option.Option.Title}: {figure}{why}";
    }

    /// <summary>What it means that the stage lacks something: nothing, but where it is not known who decides.</summary>
    public static string OnIncomplete(StageResult stage) => stage is { Ended: StageEnding.Waiting, By.IsEmpty: true }
        ? "This stage asks for it, and who has to decide hangs on it."
        : "This stage asks for it; nothing waits for it.";

    /// <summary>What left in a stage before this one, with where and why; null for an option that did not.</summary>
    public static string? Left(OptionResult option, ReportContext report)
    {
        if (option.LeftIn is not { } id || id == report.Result.Stage.Id || report.Result.EarlierStages.FirstOrDefault(e => e.Stage.Id == id) is not { } earlier)
        {
            return null;
        }

        var then = earlier.Options.FirstOrDefault(o => o.Option.Id == option.Option.Id);
        return option.Status == OptionStatus.Excluded ? $"{option.Option.Title} was excluded. Not met: {FailedOf(option)}." : $"{option.Option.Title} was not kept: {NotKept(then, earlier, report)}.";
    }

    /// <summary>Why an option did not go on from the stage of this report.</summary>
    /// <param name="final">The option in a later stage.</param>
    /// <param name="then">The option in this stage.</param>
    /// <param name="report">The report of this stage.</param>
    public static string Leaving(OptionResult final, OptionResult then, ReportContext report) => final.Status == OptionStatus.Excluded
        ? $"It was excluded. Not met: {FailedOf(final)}."
        : $"It was not kept: {NotKept(then, report.Result, report)}.";

    /// <summary>The title of a stage before the one of the result; null for that one itself and without stages.</summary>
    public static string? Earlier(string? id, ReportContext report) =>
        id is null || id == report.Result.Stage.Id ? null : report.Result.EarlierStages.FirstOrDefault(e => e.Stage.Id == id)?.Stage.Stage?.Title ?? id;

    public static string TitleOf(StageResult stage) => stage.Stage?.Title ?? stage.Id ?? "";

    /// <summary>The number of words and the most that the stage allows, where there are more; otherwise null.</summary>
    public static string? TooLong(int words, ReportContext report) => report.Result.Stage.Stage?.MaxWords is { } most && words > most
        ? $"This summary has {words.ToString(CultureInfo.InvariantCulture)} words, more than the {most.ToString(CultureInfo.InvariantCulture)} that the rules allow for this stage."
        : null;

    /// <summary>What a reader of a settled recommendation must not forget: empty in the last stage, and where there will be no other.</summary>
    public static string Later(ReportContext report) => Next(report) is null || report.Result.Stage.Ended == StageEnding.Stopped ? "" : "; a later one asks for more";

    private static Stage? Next(ReportContext report) =>
        report.Result.Stage.Stage is { } stage && stage.Index + 1 < report.Pack.Stages.Length ? report.Pack.Stages[stage.Index + 1] : null;

    private static string NamesOf(StageResult stage, ReportContext report) => ValueWording.Join([.. stage.By.Select(b => BodyName(b, stage, report))]);

    private static string BodyName(string id, StageResult stage, ReportContext report) => stage.Reviewers.FirstOrDefault(r => r.Id == id)?.Title ?? BodyWording.NameOf(id, report);

    private static string DecisionOf(BodyDecision decision)
    {
        var day = ValueWording.Date(decision.On);
        var what = decision.Decision switch
        {
            Decision.Proceed => $"decided to proceed on {day}",
            Decision.ProceedWithChanges => $"decided to proceed with changes on {day}",
            Decision.Defer => $"deferred its decision on {day}",
            _ => $"decided to stop on {day}",
        };
        return $"{decision.Body.Title} {what}{(string.IsNullOrWhiteSpace(decision.Because) ? "" : $": {decision.Because.Trim().TrimEnd('.')}")}.";
    }

    // Who goes on, by area: rivals by name, the baseline beside them.
    private static string Carried(ReportContext report)
    {
        var parts = new List<string>();
        foreach (var area in report.Areas)
        {
            var carried = area.Options.Where(o => o.Status is not (OptionStatus.Excluded or OptionStatus.NotKept) && o.IsKept != false && !o.Option.IsBaseline).ToList();
            var named = carried.Count == 0 ? area.Options.Any(o => o.Option.IsBaseline && o.Status is not (OptionStatus.Excluded or OptionStatus.NotKept)) ? "nothing but the baseline" : "nothing"
                : carried.Count > MostOptions ? $"{carried.Count.ToString(CultureInfo.InvariantCulture)} options" : ValueWording.Join([.. carried.Select(o => o.Option.Title + (o.Status == OptionStatus.Unresolved ? " (not yet known to meet every requirement)" : ""))]);
            parts.Add(area.Title.Length > 0 ? $"{named} for {area.Title}" : named);
        }

        return string.Join("; ", parts);
    }

    private static string Recommended(ReportContext report)
    {
        var all = report.Areas.SelectMany(a => a.Recommendations.Take(1).Select(r => (Area: a.Title, r.Option))).ToList();
        var chosen = all.Where(r => r.Option is not null).Select(r => r.Option!.Title + (r.Area.Length > 0 ? $" for {r.Area}" : "")).ToList();
        var none = all.Where(r => r.Option is null && r.Area.Length > 0).Select(r => r.Area).ToList();
        return chosen.Count == 0 ? ", although no option is recommended"
            : $" with {ValueWording.Join(chosen)}" + (none.Count > 0 ? $"; no option is recommended for {ValueWording.Join(none)}" : "");
    }

    private static string Doubt(OptionResult option)
    {
        var gates = option.Gates.Where(g => g.Outcome == GateOutcome.Unknown).Select(g => g.Gate.Title).ToList();
        return gates.Count == 0 ? "its score is not fully known" : $"it is not known whether this is met: {ValueWording.Join(gates)}";
    }

    private static string FailedOf(OptionResult option) => string.Join("; ", option.Gates.Where(g => g.Outcome == GateOutcome.Fail && g.Gate.OnFail == GateFailure.Exclude).Select(g => g.Gate.Title));

    private static string NotKept(OptionResult? then, AppraisalResult earlier, ReportContext report)
    {
        if (then is not { Lowest: { } lowest, Highest: { } highest } || earlier.Stage.Stage?.Keeps is not { } keeps)
        {
            return "it was not on the short list";
        }

        var rank = then.Rank is { } place ? $", rank {place.ToString(CultureInfo.InvariantCulture)}" : $", and {Doubt(then)}";
        var limit = keeps.AtLeast is { } least ? $"at least {report.Number(least)} was asked" : keeps.Top == 1 ? "only the first was kept" : $"the first {keeps.Top?.ToString(CultureInfo.InvariantCulture)} were kept";
        return $"{report.Figure(then.Total, lowest, highest)} of 100{rank}, where {limit}";
    }
}
