namespace OptionAppraisal.Benchmarks.Workloads;

// The rules of TenTables as somebody would write them by hand in C# with decimals: no trace, nothing not known, no problems.
internal static class HandWritten
{
    public static Standing[] Appraise(ImmutableArray<Bid> bids, decimal budget, decimal population, bool coterminous)
    {
        var standings = new Standing[bids.Length];
        for (var i = 0; i < bids.Length; i++)
        {
            standings[i] = Judge(bids[i], bids[0], budget, population, coterminous);
        }

        for (var i = 0; i < standings.Length; i++)
        {
            standings[i].Rank = RankOf(standings, i);
        }

        return standings;
    }

    private static Standing Judge(Bid bid, Bid baseline, decimal budget, decimal population, bool coterminous)
    {
        var affordable = bid.AnnualCost <= budget || ReferenceEquals(bid, baseline);
        var written = bid.Route != LegalRoute.PooledBudget || bid.Agreement || bid.Shared;
        var oneArea = !bid.Shared || coterminous;
        if (!written || !oneArea)
        {
            return default;
        }

        var savingShare = (baseline.AnnualCost - bid.AnnualCost) / baseline.AnnualCost;
        var costAHead = bid.AnnualCost / population;
        var bestValue = ((30m * Economy(savingShare, bid.MonthsToStart))
            + (20m * UnitCost(costAHead, bid.Staff))
            + (10m * Staffing(bid.Staff, bid.Skills))
            + (15m * Speed(bid.MonthsToStart, bid.Sites, bid.Shared))
            + (25m * Premises(bid.Sites, bid.Shared, bid.AnnualCost))) / 100m;
        var fit = ((25m * Users(bid.Satisfaction, bid.Sites))
            + (20m * Law(bid.Route, bid.Agreement))
            + (20m * Capacity(bid.Skills, bid.Staff, coterminous))
            + (15m * Disruption(bid.MonthsToStart, savingShare, bid.Shared))
            + (20m * Resilience(bid.Staff, bid.Sites, bid.Agreement, bid.Satisfaction))) / 100m;
        return new Standing { IsRanked = affordable, Total = ((60m * bestValue) + (40m * fit)) / 100m };
    }

    private static decimal Economy(decimal savingShare, decimal months)
    {
        if (savingShare >= 0.15m && months < 12m) return 100m;
        if (savingShare >= 0.15m && months >= 12m) return 80m;
        if (savingShare >= 0.05m && savingShare < 0.15m) return 50m;
        return 0m;
    }

    private static decimal UnitCost(decimal costAHead, decimal staff)
    {
        if (costAHead < 3.5m && staff < 8m) return 90m;
        if (costAHead < 3.5m && staff >= 8m) return 70m;
        if (costAHead >= 3.5m && costAHead < 4.2m && staff < 11m) return 45m;
        return 10m;
    }

    private static decimal Staffing(decimal staff, decimal skills)
    {
        if (staff >= 9m && staff < 12m && skills >= 4m) return 100m;
        if (staff >= 9m && staff < 12m && skills < 4m) return 60m;
        if (staff < 9m && skills >= 3m) return 40m;
        return 20m;
    }

    private static decimal Speed(decimal months, decimal sites, bool shared)
    {
        if (months < 6m && sites <= 2m) return 100m;
        if (months < 6m && sites > 2m) return 75m;
        if (months >= 6m && months < 12m && shared) return 50m;
        return 15m;
    }

    private static decimal Premises(decimal sites, bool shared, decimal annualCost)
    {
        if (sites <= 2m && shared && annualCost < 380_000m) return 95m;
        if (sites <= 2m && shared && annualCost >= 380_000m) return 65m;
        if (sites >= 3m && sites <= 4m && shared) return 35m;
        return 5m;
    }

    private static decimal Users(decimal satisfaction, decimal sites)
    {
        if (satisfaction >= 0.75m && sites <= 3m) return 100m;
        if (satisfaction >= 0.75m && sites > 3m) return 85m;
        if (satisfaction >= 0.6m && satisfaction < 0.75m && sites <= 3m) return 55m;
        return 25m;
    }

    private static decimal Law(LegalRoute route, bool agreement)
    {
        if (route == LegalRoute.PooledBudget && agreement) return 100m;
        if (route == LegalRoute.LeadCommissioning && agreement) return 80m;
        if (route is LegalRoute.PooledBudget or LegalRoute.LeadCommissioning && !agreement) return 30m;
        return 50m;
    }

    private static decimal Capacity(decimal skills, decimal staff, bool coterminous)
    {
        if (skills >= 4m && staff >= 6m && coterminous) return 100m;
        if (skills >= 4m && staff < 6m && coterminous) return 70m;
        if (skills >= 2m && skills < 4m && coterminous) return 45m;
        return 20m;
    }

    private static decimal Disruption(decimal months, decimal savingShare, bool shared)
    {
        if (months <= 3m && savingShare < 0.1m) return 100m;
        if (months > 3m && savingShare < 0.1m && shared) return 70m;
        if (months >= 3m && months < 13m && savingShare >= 0.1m) return 40m;
        return 10m;
    }

    private static decimal Resilience(decimal staff, decimal sites, bool agreement, decimal satisfaction)
    {
        if (staff >= 10m && sites >= 2m && agreement) return 90m;
        if (staff >= 10m && sites >= 2m && !agreement) return 60m;
        if (staff < 10m && sites >= 3m && satisfaction >= 0.7m) return 45m;
        return 15m;
    }

    private static int RankOf(Standing[] standings, int option)
    {
        if (!standings[option].IsRanked)
        {
            return 0;
        }

        var rank = 1;
        foreach (var other in standings)
        {
            if (other.IsRanked && other.Total - standings[option].Total > 0.000000001m)
            {
                rank++;
            }
        }

        return rank;
    }
}

internal struct Standing
{
    public bool IsRanked { get; set; }

    public decimal Total { get; set; }

    public int Rank { get; set; }
}
