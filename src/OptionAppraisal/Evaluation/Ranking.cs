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

        var ranked = new OptionState[options.Length];
        var count = 0;
        foreach (var option in options)
        {
            if (option.Status == OptionStatus.Eligible && option.RankedOn is { } figure)
            {
                Insert(ranked, count++, option, figure);
            }
        }

        var first = 0;
        for (var i = 0; i < count; i++)
        {
            if (Apart.IsAbove(ranked[first].RankedOn!.Value - ranked[i].RankedOn!.Value, pack.TieTolerance))
            {
                first = i;
            }

            ranked[i].Rank = first + 1;
        }
    }

    // The greatest first; among equals the order of the case.
    private static void Insert(OptionState[] ranked, int count, OptionState option, decimal figure)
    {
        var place = 0;
        for (var above = count; place < above;)
        {
            var middle = (place + above) / 2;
            if (ranked[middle].RankedOn!.Value < figure)
            {
                above = middle;
            }
            else
            {
                place = middle + 1;
            }
        }

        Array.Copy(ranked, place, ranked, place + 1, count - place);
        ranked[place] = option;
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
