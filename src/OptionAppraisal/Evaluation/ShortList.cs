using OptionAppraisal.Packs;
using OptionAppraisal.Results;

namespace OptionAppraisal.Evaluation;

// Which options of an area a stage keeps: the best of those that are eligible or unresolved, ties kept. The baseline and what is only shown are
// carried beside them; what is excluded is out already.
internal static class ShortList
{
    public static void Keep(RulePack pack, StageKeep keeps, OptionState[] options)
    {
        var rivals = new List<(OptionState Option, decimal Figure)>();
        foreach (var option in options)
        {
            if (!option.IsScored)
            {
                continue;
            }

            if (option.Option.IsBaseline || option.Status == OptionStatus.ShownOnly || option.Lowest is null)
            {
                option.IsKept = true;
            }
            else
            {
                rivals.Add((option, FigureOf(pack, option)));
            }
        }

        if (keeps.AtLeast is { } least)
        {
            foreach (var (option, figure) in rivals)
            {
                option.IsKept = !Apart.IsAbove(least, figure);
            }

            return;
        }

        rivals.Sort(static (a, b) => b.Figure.CompareTo(a.Figure) is var order and not 0 ? order : a.Option.Option.Index.CompareTo(b.Option.Option.Index));
        var first = 0;
        for (var i = 0; i < rivals.Count; i++)
        {
            if (Apart.IsAbove(rivals[first].Figure - rivals[i].Figure, pack.TieTolerance))
            {
                first = i;
            }

            rivals[i].Option.IsKept = first < keeps.Top;
        }
    }

    // What it is ranked on, also where it is unresolved; where unknowns leave it out of the ranking the lowest, which is prudent.
    private static decimal FigureOf(RulePack pack, OptionState option) =>
        option.RankedOn ?? (pack.WhenUnknown == WhenUnknown.Midpoint ? (option.Lowest + option.Highest) / 2 : option.Lowest)!.Value;
}
