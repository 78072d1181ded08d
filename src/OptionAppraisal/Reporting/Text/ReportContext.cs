using OptionAppraisal.Analysis;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Reporting.Text;

/// <summary>What every section of a report shares: the result, the page, the wording of figures, and the numbers of the sources cited.</summary>
internal sealed class ReportContext(AppraisalResult result, ReportBuilder page)
{
    public AppraisalResult Result { get; } = result;

    public AppraisalCase Case => Result.Case;

    public RulePack Pack => Result.Pack;

    public ReportBuilder Page { get; } = page;

    public SourceRegister Sources { get; } = new(result.Case.AsOf);

    /// <summary>The areas; one without title where there are none.</summary>
    public ImmutableArray<ReportArea> Areas { get; } = ReportArea.Of(result);

    /// <summary>The options as a reader meets them, area by area.</summary>
    public ImmutableArray<OptionResult> ByRank => field.IsDefault ? field = [.. Areas.SelectMany(a => a.Options)] : field;

    /// <summary>The eligible options by rank, area by area.</summary>
    public ImmutableArray<OptionResult> Ranked => field.IsDefault ? field = [.. Areas.SelectMany(a => a.Ranked)] : field;

    /// <summary>What is recommended, area by area; nothing of an area without a recommendation.</summary>
    public ImmutableArray<(ReportArea Area, OptionResult Option)> Recommended => field.IsDefault
        ? field = [.. Areas.SelectMany(a => a.Recommendations.Take(1).SelectMany(r => a.Options.Where(o => o.Option.Id == r.Option?.Id).Select(o => (a, o))))]
        : field;

    /// <summary>The title of an option, with its area where another area has one of the same title.</summary>
    public string NameOf(AppraisalOption option) =>
        option.Area is { } area && Result.Options.Any(o => o.Option.Id != option.Id && o.Option.Title == option.Title) ? $"{option.Title} for {area.Title}" : option.Title;

    /// <summary>Whether the appraisal goes by stages.</summary>
    public bool HasStages => Result.Stage.Id is not null;

    /// <summary>The eligible options of the area of an option.</summary>
    public ImmutableArray<OptionResult> RankedBeside(OptionResult option) => Areas.FirstOrDefault(a => a.Id is null || a.Id == option.Option.Area?.Id)?.Ranked ?? [];

    public string Number(decimal number) => Number(number, Pack.Decimals);

    public static string Number(decimal number, int decimals) => ValueWording.Rounded(number, Math.Clamp(decimals, 0, PlainNumber.PublishedDecimals), grouped: false);

    public string Percent(decimal share) => Number(share * 100) + "%";

    /// <summary>A figure, or its bounds where it is not known, with as many decimals as keep them apart.</summary>
    public string Figure(decimal? known, decimal lowest, decimal highest)
    {
        if (known is { } number || lowest == highest)
        {
            return Number(known ?? lowest);
        }

        var decimals = DecimalsToTellApart(lowest, highest, Pack.Decimals);
        return $"{Number(lowest, decimals)} to {Number(highest, decimals)}";
    }

    /// <summary>The fewest decimals, from a least, at which two different figures look different.</summary>
    public static int DecimalsToTellApart(decimal a, decimal b, int least)
    {
        var decimals = Math.Clamp(least, 0, PlainNumber.PublishedDecimals);
        while (a != b && decimals < PlainNumber.PublishedDecimals && Number(a, decimals) == Number(b, decimals))
        {
            decimals++;
        }

        return decimals;
    }

    /// <summary>A count with its noun: <c>1 option</c>, <c>2 options</c>.</summary>
    public static string Count(int count, string one, string? many = null) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many ?? one + "s")}";

    public ImmutableArray<MissingFact> Missing(IEnumerable<string> paths) => MissingFact.Of(paths, Result);

    /// <summary>A fact not given, in a line: whose, what, and the question that asks for it.</summary>
    public static Phrase Describe(MissingFact fact, bool withOwner = true)
    {
        var phrase = new Phrase(withOwner && fact.Owner.Length > 0 ? $"{fact.Owner}: {fact.Fact}" : Capital(fact.Fact));
        return fact.Ask is { } ask ? phrase.Add(" - ").Add(ask) : phrase;
    }

    /// <summary>A text as it starts a line or a sentence.</summary>
    public static string Capital(string text) => text.Length == 0 || !char.IsLower(text[0]) ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
