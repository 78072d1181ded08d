using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The one option ranked first, or none with the reason.
internal static class Recommending
{
    public static Recommendation Recommend(RulePack pack, OptionState[] options)
    {
        var eligible = new List<OptionState>(options.Length);
        foreach (var option in options)
        {
            if (option.Rank is not null)
            {
                eligible.Add(option);
            }
        }

        // Among equals in the order of the case.
        eligible.Sort(static (a, b) => a.Rank != b.Rank ? a.Rank!.Value.CompareTo(b.Rank!.Value) : a.Option.Index.CompareTo(b.Option.Index));
        if (eligible.Count == 0)
        {
            return new Recommendation(null, null, NobodyEligible(options), false);
        }

        if (eligible.Count > 1 && eligible[1].Rank == 1)
        {
            var first = eligible.TakeWhile(o => o.Rank == 1).ToList();
            var tied = ValueWording.Join([.. first.Select(o => o.Option.Title)]);
            return new Recommendation(null, null, $"{tied} tie for the first place with a total of {Figure(pack, first[0].RankedOn)}.", false);
        }

        var best = eligible[0];
        return new Recommendation(null, best.Option, Reason(pack, best, eligible.Count > 1 ? eligible[1] : null), IsSettled(best, options));
    }

    private static bool IsSettled(OptionState best, OptionState[] options)
    {
        foreach (var rival in options)
        {
            if (rival != best && rival.Status is OptionStatus.Eligible or OptionStatus.Unresolved && !Apart.IsAbove(best.Lowest!.Value, rival.Highest!.Value))
            {
                return false;
            }
        }

        return true;
    }

    private static string Reason(RulePack pack, OptionState best, OptionState? second)
    {
        var total = $"{Figure(pack, best.RankedOn)}{(best.IsTotalKnown ? "" : pack.WhenUnknown == WhenUnknown.Midpoint ? " (midway between its bounds)" : " (at its lowest)")}";
        if (second is null)
        {
            return $"{best.Option.Title} is the only eligible option, with a total of {total}.";
        }

        var lead = Figure(pack, best.RankedOn - second.RankedOn);
        return $"{best.Option.Title} has the highest total, {total}, {(lead == "0" ? "narrowly" : lead)} ahead of {second.Option.Title}.";
    }

    private static string NobodyEligible(OptionState[] options)
    {
        if (options.Length == 0)
        {
            return "The case has no options.";
        }

        var parts = new List<string>();
        Count(OptionStatus.Excluded, "excluded by a gate");
        Count(OptionStatus.Unresolved, "unresolved");
        Count(OptionStatus.ShownOnly, "shown only");
        Count(OptionStatus.Eligible, "not scored");
        return $"No option is eligible: {ValueWording.Join(parts)}.";

        void Count(OptionStatus status, string what)
        {
            var count = options.Count(o => o.Status == status);
            if (count > 0)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "is" : "are")} {what}"));
            }
        }
    }

    private static string Figure(RulePack pack, decimal? figure) => ValueWording.Rounded(figure ?? 0, pack.Decimals, grouped: false);
}
