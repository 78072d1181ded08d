using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The findings that others are part of; a parent that is not there and circles are reported.</summary>
internal static class FindingParents
{
    /// <summary>The parent of each finding that has one.</summary>
    public static Dictionary<string, string> Read(PackContext context, ImmutableArray<FindingBinder.Draft> drafts)
    {
        var left = drafts.Select(d => d.Id.Text).ToHashSet(StringComparer.Ordinal);
        var parents = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (draft.Map.Scalar("part_of") is not { } parent)
            {
                continue;
            }

            // A parent that was removed, or could not be read, is silent: its parts stand alone.
            if (left.Contains(parent.Text))
            {
                parents.Add(draft.Id.Text, parent.Text);
            }
            else if (!context.FindingPlaces.ContainsKey(parent.Text))
            {
                context.Bag.Add(PackCodes.PartOf, parent.Span, $"there is no finding `{Scalars.Short(parent)}` to be part of", Suggestion.Help(parent.Text, left.Where(f => f != draft.Id.Text), "findings"));
            }
        }

        ReportCircles(context, drafts, parents);
        return parents;
    }

    // Each finding is walked once: a walk that meets its own path has found a circle, told from the one that stands first.
    private static void ReportCircles(PackContext context, ImmutableArray<FindingBinder.Draft> drafts, Dictionary<string, string> parents)
    {
        var order = drafts.Select((draft, index) => (draft.Id.Text, index)).ToDictionary(d => d.Text, d => d.index, StringComparer.Ordinal);
        var walks = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < drafts.Length; i++)
        {
            var id = drafts[i].Id.Text;
            while (walks.TryAdd(id, i) && parents.TryGetValue(id, out var parent))
            {
                id = parent;
            }

            if (walks[id] != i || !parents.ContainsKey(id))
            {
                continue;
            }

            List<string> circle = [id];
            while (parents[circle[^1]] is var next && next != id)
            {
                circle.Add(next);
            }

            // The walk began at the one that stands first, or outside the circle.
            var first = circle.MinBy(c => order[c])!;
            var at = circle.IndexOf(first);
            var told = circle.Skip(at).Concat(circle.Take(at)).Append(first).ToList();
            var place = drafts[order[first]].Map.SpanOf("part_of");
            var (message, help) = circle.Count == 1
                ? ($"`{first}` is part of itself", "name another finding, or take `part_of` out")
                : ($"findings in a circle: {string.Join(" -> ", told)}", "let one of them stand alone: take its `part_of` out");
            context.Bag.Add(PackCodes.PartOf, place, message, help);
            foreach (var part in circle)
            {
                parents.Remove(part);
            }
        }
    }
}
