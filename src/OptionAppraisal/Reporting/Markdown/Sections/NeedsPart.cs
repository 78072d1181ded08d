using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What the stage asks to know, with what is known of it: today beside what the options come to.</summary>
internal static class NeedsPart
{
    private const string NotKnown = "**not known**";

    public static void Write(MarkdownPage page, ReportContext report)
    {
        if (report.Result.Stage.Stage is not { } stage || (stage.NeedsOfCase.IsEmpty && stage.NeedsOfOption.IsEmpty))
        {
            return;
        }

        var lacking = report.Result.Stage.Incomplete.Length;
        page.Paragraph($"What this stage asks to know{(lacking == 0 ? ", all of which is known" : $". **{ReportContext.Count(lacking, "value is", "values are")} not known**, and what rests on {(lacking == 1 ? "it" : "them")} is incomplete")}:");
        foreach (var need in stage.NeedsOfCase)
        {
            page.Point($"{Escape(TitleOf(need))}: {Value(need, "case", report.Case.Facts, report)}");
        }

        if (stage.NeedsOfOption.IsEmpty)
        {
            return;
        }

        // The options keep the numbers of Annex A.
        var number = 0;
        foreach (var area in report.Areas)
        {
            var numbered = area.Options.Select((o, i) => (Option: o, Number: OptionsAnnex.Number(number + i))).Where(o => IsCarried(o.Option)).OrderByDescending(o => o.Option.Option.IsBaseline).ToList();
            number += area.Options.Length;
            if (numbered.Count > 0)
            {
                page.Table(
                    [area.Title.Length > 0 ? Escape(area.Title) : "Fact", .. numbered.Select(n => n.Number + (n.Option.Option.IsBaseline ? " (today)" : ""))],
                    stage.NeedsOfOption.Select(need => (string[])[Escape(TitleOf(need)), .. numbered.Select(n => Value(need, $"options.{n.Option.Option.Id}", n.Option.Option.Facts, report))]));
            }
        }
    }

    private static bool IsCarried(OptionResult option) => option.Status is not (OptionStatus.Excluded or OptionStatus.NotKept);

    private static string TitleOf(NeededFact need) => (need.Fact is { } fact ? fact.Title : need.Derived!.Title) ?? ReportContext.Capital(MissingFact.InWords(need.Id));

    // What follows from other facts is worked out in the scores, and only told here whether it can be.
    private static string Value(NeededFact need, string owner, FactValues facts, ReportContext report)
    {
        var path = $"{owner}.{need.Id}";
        if (report.Result.Stage.Incomplete.Contains(path, StringComparer.Ordinal))
        {
            return NotKnown;
        }

        var lacks = report.Result.Stage.Incomplete.Any(p => p.StartsWith(path + ".", StringComparison.Ordinal)) ? $" ({NotKnown} in part)" : "";
        return (need.Fact is { } fact ? Escape(ValueWording.Format(facts[fact], fact.Type, report.Pack.Decimals)) : "can be worked out") + lacks;
    }
}
