using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// The one option ranked first, or none with the reason.
internal static class Recommending
{
    public static Recommendation Recommend(RulePack pack, CaseRecord? area, OptionState[] options)
    {
        // Among equals in the order of the case.
        OptionState? best = null;
        OptionState? second = null;
        foreach (var option in options)
        {
            if (option.Rank is not { } rank)
            {
                continue;
            }

            if (best is null || rank < best.Rank!.Value)
            {
                second = best;
                best = option;
            }
            else if (second is null || rank < second.Rank!.Value)
            {
                second = option;
            }
        }

        if (best is null)
        {
            return new Recommendation(area?.Id, null, NobodyEligible(area, options), false);
        }

        return second?.Rank == 1
            ? new Recommendation(area?.Id, null, Tie(pack, best, options), false)
            : Of(pack, area, best, second, IsSettled(best, options));
    }

    // By itself, so that nothing is made for the reason where there is none to write later.
    private static Recommendation Of(RulePack pack, CaseRecord? area, OptionState best, OptionState? second, bool isSettled) =>
        new(area?.Id, best.Option, () => Reason(pack, best, second), isSettled);

    private static string Tie(RulePack pack, OptionState best, OptionState[] options)
    {
        var tied = ValueWording.Join([.. options.Where(o => o.Rank == 1).Select(o => o.Option.Title)]);
        return $"{tied} tie for the first place with a total of {Figure(pack, best.RankedOn)}.";
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

    private static string NobodyEligible(CaseRecord? area, OptionState[] options)
    {
        if (options.Length == 0)
        {
            return area is null ? "The case has no options." : $"No option is for {area.Title}.";
        }

        var parts = new List<string>();
        var gates = FailedByAll([.. options.Where(o => o.Status == OptionStatus.Excluded)]);
        if (gates.Length > 0 && options.All(o => o.Status == OptionStatus.Excluded))
        {
            return $"No option is eligible: {(options.Length == 1 ? "the only one does not meet" : options.Length == 2 ? "neither meets" : string.Create(CultureInfo.InvariantCulture, $"none of the {options.Length} meets"))} this: {gates}.";
        }

        Count(OptionStatus.Excluded, gates.Length > 0 ? $"excluded (not met: {gates})" : "excluded by a gate");
        Count(OptionStatus.NotKept, "not kept by an earlier stage");
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

    // The gates that keep each of these options out, by title; empty where no gate keeps them all out.
    private static string FailedByAll(OptionState[] options)
    {
        var titles = options.Length == 0 ? [] : options[0].Gates.Where(g => Excludes(g) && Array.TrueForAll(options, o => o.Gates.Any(other => other.Gate == g.Gate && Excludes(other)))).Select(g => g.Gate.Title).ToList();
        return titles.Count == 0 ? "" : ValueWording.Join(titles);

        static bool Excludes(GateResult gate) => gate is { Outcome: GateOutcome.Fail, Gate.OnFail: GateFailure.Exclude };
    }

    private static string Figure(RulePack pack, decimal? figure) => ValueWording.Rounded(figure ?? 0, pack.Decimals, grouped: false);
}
