using OptionAppraisal.Facts;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text.Sections;

/// <summary>A ranking beside the one that counts: by the weights of one party, or on the scores of one body.</summary>
/// <param name="Name">Whose it is.</param>
/// <param name="Options">The options that are scored.</param>
internal sealed record SideView(string Name, ImmutableArray<RankedOption> Options)
{
    private const int MostMoves = 5;

    /// <summary>The name as a heading has it.</summary>
    public string Title => ReportContext.Capital(Name);

    public static ImmutableArray<SideView> OfWeightSets(ReportContext report) =>
        [.. report.Result.WeightSets.Select(s => new SideView(BodyWording.NameOf(s.WeightSet.Id, report), s.Options))];

    public static ImmutableArray<SideView> OfBodies(ReportContext report) =>
        [.. report.Result.BodyViews.Select(b => new SideView(BodyWording.NameOf(b.BodyId, report), b.Options))];

    /// <summary>Whether the weights matter, in sentences: who would be first, and who moves.</summary>
    public static IEnumerable<string> OnWeights(ReportContext report) => Sentences(report, OfWeightSets(report), "by the weights of");

    /// <summary>Whether the dissent matters, in sentences: who would be first, and who moves.</summary>
    public static IEnumerable<string> OnScores(ReportContext report) => Sentences(report, OfBodies(report), "on the scores of");

    /// <summary>The same in few words: who else would be first, or that nobody would.</summary>
    /// <param name="report">The report.</param>
    /// <param name="saysSame">Whether it is told that nobody else would beside that somebody would.</param>
    public static IEnumerable<string> InBrief(ReportContext report, bool saysSame)
    {
        var (weights, scores) = (OfWeightSets(report), OfBodies(report));
        return ChangeNothing(report, weights) && ChangeNothing(report, scores) && weights.Select(s => s.Name).SequenceEqual(scores.Select(s => s.Name), StringComparer.Ordinal)
            ? [Same(report, "by the weights and on the scores of each body")]
            : Brief(report, weights, "by the weights of", saysSame || ChangeNothing(report, scores)).Concat(Brief(report, scores, "on the scores of", saysSame || ChangeNothing(report, weights)));
    }

    /// <summary>The place of an option in this ranking: <c>2 (57.3)</c>, bounds where something is not known, a dash where it has no place.</summary>
    public string Cell(OptionResult option, ReportContext report)
    {
        if (Of(option) is not { } place)
        {
            return "-";
        }

        return Cell(place.Rank, Options.Count(o => o.Rank == place.Rank && ReferenceEquals(o.Option.Area, option.Option.Area)), report.Figure(place.Total, place.Lowest, place.Highest));
    }

    /// <summary>The place of an option in the ranking that counts, written alike.</summary>
    public static string Counting(OptionResult option, ReportContext report) => option is { Lowest: { } lowest, Highest: { } highest }
        ? Cell(option.Rank, report.RankedBeside(option).Count(o => o.Rank == option.Rank), report.Figure(option.Total, lowest, highest))
        : "-";

    private static string Cell(int? rank, int sharing, string figure) =>
        rank is { } place ? $"{place.ToString(CultureInfo.InvariantCulture)}{(sharing > 1 ? "=" : "")} ({figure})" : $"- ({figure})";

    private static IEnumerable<string> Sentences(ReportContext report, ImmutableArray<SideView> sides, string by)
    {
        if (sides.IsEmpty)
        {
            yield break;
        }

        foreach (var area in report.Areas)
        {
            var (inArea, first, firsts) = Firsts(area, sides);
            if (first.Length == 0 && firsts.TrueForAll(f => f.Length == 0))
            {
                continue;
            }

            var moves = Moves(area, sides, by);
            if (firsts.TrueForAll(f => f == first))
            {
                var same = moves is null && area.Ranked.Length > 1 ? ", and no option has another place" : "";
                yield return inArea + (sides.Length == 1
                    ? $"{by} {sides[0].Name} alone {first} comes first, too{same}."
                    : $"either way {first} comes first{same}: {by} {ValueWording.Join([.. sides.Select(s => s.Name)])} alone, as with all of them together.");
            }
            else
            {
                foreach (var (side, own) in sides.Zip(firsts))
                {
                    yield return inArea + Verdict($"{by} {side.Name} alone", own, first);
                }
            }

            if (moves is not null)
            {
                yield return inArea + moves;
            }
        }
    }

    private static IEnumerable<string> Brief(ReportContext report, ImmutableArray<SideView> sides, string by, bool saysSame)
    {
        foreach (var (inArea, first, firsts) in report.Areas.Select(a => Firsts(a, sides)))
        {
            foreach (var (side, own) in sides.Zip(firsts).Where(f => f.Second != first))
            {
                // Who is first together was said.
                yield return inArea + Verdict($"{by} {side.Name} alone", own, "");
            }
        }

        if (saysSame && ChangeNothing(report, sides))
        {
            yield return Same(report, $"{by} {ValueWording.Join([.. sides.Select(s => s.Name)])}");
        }
    }

    private static string Same(ReportContext report, string whose) => $"{whose} alone {(report.Areas.Length > 1 ? "the same options come" : "the same option comes")} first.";

    private static bool ChangeNothing(ReportContext report, ImmutableArray<SideView> sides)
    {
        var firsts = report.Areas.Select(a => Firsts(a, sides)).ToList();
        return !sides.IsEmpty && firsts.Exists(f => f.First.Length > 0) && firsts.TrueForAll(f => f.Firsts.TrueForAll(own => own == f.First));
    }

    // Who comes first in an area, together and by each.
    private static (string InArea, string First, List<string> Firsts) Firsts(ReportArea area, ImmutableArray<SideView> sides)
    {
        var ids = area.Options.Select(o => o.Option.Id).ToHashSet(StringComparer.Ordinal);
        return (
            area.Title.Length > 0 ? $"{area.Title}: " : "",
            Titles(area.Options.Where(o => o.Rank == 1).Select(o => o.Option)),
            [.. sides.Select(s => Titles(s.Options.Where(o => o.Rank == 1 && ids.Contains(o.Option.Id)).Select(o => o.Option)))]);
    }

    private static string Verdict(string alone, string own, string first)
    {
        if (own.Length == 0)
        {
            return $"{alone} no option could be ranked.";
        }

        return own == first ? $"{alone} {own} comes first, too." : first.Length == 0 ? $"{alone} {own} would come first." : $"{alone} {own} would come first instead of {first}.";
    }

    // Who has another place, below the first as well.
    private static string? Moves(ReportArea area, ImmutableArray<SideView> sides, string by)
    {
        var moves = new List<string>();
        foreach (var option in area.Options)
        {
            var others = sides.Where(s => s.Of(option) is { } o && o.Rank != option.Rank).Select(s => $"{Place(s.Of(option)!.Rank)} {by} {s.Name}").ToList();
            if (others.Count > 0)
            {
                moves.Add($"{option.Option.Title} is {ValueWording.Join(others)}, and {Place(option.Rank)} together");
            }
        }

        if (moves.Count == 0)
        {
            return null;
        }

        return string.Join("; ", moves.Take(MostMoves)) + (moves.Count > MostMoves ? $"; {ReportContext.Count(moves.Count - MostMoves, "more option has", "more options have")} another place." : ".");
    }

    private RankedOption? Of(OptionResult option) => Options.FirstOrDefault(o => o.Option.Id == option.Option.Id);

    private static string Titles(IEnumerable<AppraisalOption> options) => options.Select(o => o.Title).ToList() is { Count: > 0 } titles ? string.Join(" and ", titles) : "";

    private static string Place(int? rank) => rank is { } place ? $"number {place.ToString(CultureInfo.InvariantCulture)}" : "not ranked";
}
