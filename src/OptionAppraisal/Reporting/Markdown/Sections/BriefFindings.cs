using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Reporting.Text.Sections;
using OptionAppraisal.Results;
using static OptionAppraisal.Reporting.Markdown.MarkdownText;

namespace OptionAppraisal.Reporting.Markdown.Sections;

/// <summary>What to watch, of what is recommended and of the case, but for what the stage shows anyway.</summary>
/// <param name="OfOptions">A line for each finding of high severity about what is recommended, whole unless it has no end; then how many more there are.</param>
/// <param name="Others">A line for each other one, shortened: of high severity about the case, then of medium severity about what is recommended.</param>
/// <param name="HighOfOthers">How many of the others are of high severity.</param>
/// <param name="Doubtful">How many of high severity cannot be ruled out.</param>
internal sealed record BriefFindings(ImmutableArray<string> OfOptions, ImmutableArray<string> Others, int HighOfOthers, int Doubtful)
{
    /// <summary>How many are told elsewhere, where so many of the others are told; null for none.</summary>
    public string? More(int told)
    {
        var left = Others.Length - told;
        var high = Math.Max(0, HighOfOthers - told);
        var parts = new List<string>();
        if (left > 0)
        {
            parts.Add(told + OfOptions.Length > 0 ? $"{Plain(left)} more" : ReportContext.Count(left, "finding"));
        }

        if (high > 0)
        {
            parts.Add(left > high ? $"{Plain(high)} of them high" : "of high severity");
        }

        if (Doubtful > 0)
        {
            parts.Add($"{Plain(Doubtful)} high not ruled out");
        }

        return parts.Count == 0 ? null : $"{string.Join(", ", parts)}: Annex E.";
    }

    /// <summary>The heading above them.</summary>
    public const string Heading = "Risks and conditions";

    public const int MostHigh = 6;
    private const int WordsOfHigh = 150;
    private const int WordsOfOthers = 32;

    public static BriefFindings Of(ReportContext report)
    {
        var recommended = report.Recommended.Select(r => r.Option.Option).ToHashSet();
        var shown = (report.Result.Stage.Stage?.Shows ?? []).ToHashSet(StringComparer.Ordinal);
        var watched = FindingGroup.Of(report).SelectMany(g => Standing(g, shown))
            .Select(g => (Group: g, IsOfOption: g.Finding.Finding.Scope.Kind == RuleScopeKind.Option, Named: g.Options.Where(recommended.Contains).Select(report.NameOf).ToList()))
            .Where(g => !g.IsOfOption || g.Named.Count > 0)
            .OrderByDescending(g => g.IsOfOption)
            .ToList();
        var ofOptions = watched.Where(g => g.IsOfOption && IsHigh(g.Group)).Select(g => Line(g.Group, About(g.IsOfOption, g.Named), WordsOfHigh)).ToList();
        var others = watched.Where(g => g.IsOfOption ? g.Group.Finding.Severity == FindingSeverity.Medium : IsHigh(g.Group))
            .OrderByDescending(g => g.Group.Finding.Severity).Select(g => Line(g.Group, About(g.IsOfOption, g.Named), WordsOfOthers));
        var more = ofOptions.Count > MostHigh ? $"{(ofOptions.Count - MostHigh).ToString(CultureInfo.InvariantCulture)} more high: Annex E." : null;
        var doubtful = FindingGroup.Of(report).Count(g => g.Finding.Outcome == FindingOutcome.Unknown && IsHigh(g) && (g.Finding.Finding.Scope.Kind != RuleScopeKind.Option || g.Options.Any(recommended.Contains)));
        return new(
            [.. ofOptions.Take(MostHigh), .. more is null ? [] : new[] { more }], [.. others],
            watched.Count(g => !g.IsOfOption && IsHigh(g.Group)), doubtful);

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

    private static string Plain(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static bool IsHigh(FindingGroup group) => group.Finding.Severity == FindingSeverity.High;

    private static string Line(FindingGroup group, string about, int words) =>
        $"**{FindingGroup.SeverityOf(group.Finding.Severity)} {group.Kind.ToLowerInvariant()}**{about}. {Escape(Words.Shorten(group.Finding.Text, words))}";
}
