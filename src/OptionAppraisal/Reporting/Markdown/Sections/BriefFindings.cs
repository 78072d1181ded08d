using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What to watch, of what is recommended and of the case, but for what the stage shows anyway.</summary>
/// <param name="High">A line for each finding of high severity, whole unless it has no end; then how many more there are.</param>
/// <param name="Medium">A line for each finding of medium severity about what is recommended, shortened.</param>
internal sealed record BriefFindings(ImmutableArray<string> High, ImmutableArray<string> Medium)
{
    /// <summary>The heading above them.</summary>
    public const string Heading = "Risks and conditions";

    public const int MostHigh = 6;
    private const int WordsOfHigh = 200;
    private const int WordsOfMedium = 32;

    public static BriefFindings Of(ReportContext report)
    {
        var recommended = report.Areas.SelectMany(a => a.Recommendations.Take(1)).Select(r => r.Option?.Title).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var shown = (report.Result.Stage.Stage?.Shows ?? []).ToHashSet(StringComparer.Ordinal);
        var watched = FindingGroup.Of(report).SelectMany(g => Standing(g, shown))
            .Select(g => (Group: g, IsOfOption: g.Finding.Finding.Scope.Kind == RuleScopeKind.Option, Named: g.Owners.Where(recommended.Contains).ToList()))
            .Where(g => !g.IsOfOption || g.Named.Count > 0)
            .OrderByDescending(g => g.IsOfOption)
            .ToList();
        var high = watched.Where(g => g.Group.Finding.Severity == FindingSeverity.High).Select(g => Line(g.Group, About(g.IsOfOption, g.Named), Words.Shorten(g.Group.Finding.Text, WordsOfHigh))).ToList();
        var medium = watched.Where(g => g.IsOfOption && g.Group.Finding.Severity == FindingSeverity.Medium).Select(g => Line(g.Group, About(g.IsOfOption, g.Named), Words.Shorten(g.Group.Finding.Text, WordsOfMedium)));
        var more = high.Count > MostHigh ? $"{(high.Count - MostHigh).ToString(CultureInfo.InvariantCulture)} more high: Annex E." : null;
        return new([.. high.Take(MostHigh), .. more is null ? [] : new[] { more }], [.. medium]);

        string About(bool isOfOption, List<string> named) => isOfOption && report.Areas.Length > 1 ? $" for {Escape(ValueWording.Join([.. named.Select(n => Words.Short(n))]))}" : "";
    }

    // A part stands for itself where what it is a part of weighs less; what the stage shows, and what is high, speaks for its parts.
    private static IEnumerable<FindingGroup> Standing(FindingGroup group, HashSet<string> shown)
    {
        if (group.Finding.Outcome != FindingOutcome.Raised || shown.Contains(group.Finding.Finding.Id))
        {
            return [];
        }

        return group.Finding.Severity == FindingSeverity.High
            ? [group]
            : group.Parts.Where(p => p.Finding.Severity == FindingSeverity.High).SelectMany(p => Standing(p, shown)).Prepend(group);
    }

    private static string Line(FindingGroup group, string about, string text) =>
        $"**{FindingGroup.SeverityOf(group.Finding.Severity)} {group.Kind.ToLowerInvariant()}**{about}. {Escape(text)}";
}
