using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// Competition ranking (1, 2, 2, 4) on figures that are not rounded; an option ties with the highest of its group.
internal static class Ranking
{
    public static void Rank(RulePack pack, OptionState[] options)
    {
        foreach (var option in options)
        {
            SetRankedOn(pack, option);
        }

        var ranked = new List<OptionState>(options.Length);
        foreach (var option in options)
        {
            if (option.Status == OptionStatus.Eligible && option.RankedOn is not null)
            {
                ranked.Add(option);
            }
        }

        ranked.Sort(static (a, b) => b.RankedOn!.Value.CompareTo(a.RankedOn!.Value) is var order and not 0 ? order : a.Option.Index.CompareTo(b.Option.Index));
        var first = 0;
        for (var i = 0; i < ranked.Count; i++)
        {
            if (Apart.IsAbove(ranked[first].RankedOn!.Value - ranked[i].RankedOn!.Value, pack.TieTolerance))
            {
                first = i;
            }

            ranked[i].Rank = first + 1;
        }
    }

    private static void SetRankedOn(RulePack pack, OptionState option)
    {
        if (!option.IsScored || option.Lowest is null)
        {
            return;
        }

        if (!option.IsTotalKnown && pack.WhenUnknown == WhenUnknown.LeaveOut)
        {
            option.Status = OptionStatus.Unresolved;
        }

        if (option.Status != OptionStatus.Unresolved)
        {
            option.RankedOn = pack.WhenUnknown == WhenUnknown.Midpoint ? (option.Lowest + option.Highest) / 2 : option.Lowest;
        }
    }
}
