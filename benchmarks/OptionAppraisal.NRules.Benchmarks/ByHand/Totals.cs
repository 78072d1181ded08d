using OptionAppraisal.Benchmarks.Workloads;

namespace OptionAppraisal.NRules.Benchmarks.ByHand;

// Totals and ranks from what the rules left, in plain C#.
internal static class Totals
{
    private const decimal Tie = 0.000000001m;

    public static Standing[] Of(ReadOnlySpan<Measured> options)
    {
        var standings = new Standing[options.Length];
        for (var i = 0; i < standings.Length; i++)
        {
            standings[i] = options[i] is { IsExcluded: false } option ? new Standing { IsRanked = !option.IsShownOnly, Total = Total(option.Scores) } : default;
        }

        for (var i = 0; i < standings.Length; i++)
        {
            standings[i].Rank = Rank(standings, i);
        }

        return standings;
    }

    private static decimal Total(decimal[] s)
    {
        var bestValue = ((30m * s[0]) + (20m * s[1]) + (10m * s[2]) + (15m * s[3]) + (25m * s[4])) / 100m;
        var fit = ((25m * s[5]) + (20m * s[6]) + (20m * s[7]) + (15m * s[8]) + (20m * s[9])) / 100m;
        return ((60m * bestValue) + (40m * fit)) / 100m;
    }

    private static int Rank(Standing[] standings, int option)
    {
        if (!standings[option].IsRanked)
        {
            return 0;
        }

        var rank = 1;
        foreach (var other in standings)
        {
            rank += other.IsRanked && other.Total - standings[option].Total > Tie ? 1 : 0;
        }

        return rank;
    }
}
