using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The findings that the report of a stage shows, each once and each of the stage.</summary>
internal static class StageShowsReader
{
    private const string Prefix = "findings.";

    /// <summary>The ids, in order.</summary>
    /// <param name="report">The report of the stage.</param>
    /// <param name="stage">The id of the stage.</param>
    /// <param name="document">The pack that defines it.</param>
    /// <param name="context">What the passes share.</param>
    /// <param name="findings">The findings that are left.</param>
    public static ImmutableArray<string> Read(KeyedMap report, string stage, PackDocument document, PackContext context, ImmutableArray<FindingBinder.Draft> findings)
    {
        var shown = ImmutableArray.CreateBuilder<string>();
        var named = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var item in report.List("shows")?.Items ?? [])
        {
            if (item is not ScalarNode { IsEmpty: false } name)
            {
                context.Bag.Add(KeyCodes.WrongKind, item.Span, $"expected a finding, found {item.Describe}", "name findings alone: `shows: [findings.its_id]`");
            }
            else if (!named.TryAdd(name.Text, name.Span))
            {
                context.Bag.Add(PackCodes.StageShows, name.Span, $"`{Scalars.Short(name)}` stands twice here", "take one of them out", named[name.Text]);
            }
            else if (Find(name, document, context, findings) is { } finding && IsOfStage(finding, name, stage, document, context))
            {
                shown.Add(finding.Id.Text);
            }
        }

        return shown.ToImmutable();
    }

    private static FindingBinder.Draft? Find(ScalarNode name, PackDocument document, PackContext context, ImmutableArray<FindingBinder.Draft> findings)
    {
        var hasPrefix = name.Text.StartsWith(Prefix, StringComparison.Ordinal);
        var id = hasPrefix ? name.Text[Prefix.Length..] : name.Text;
        var found = findings.FirstOrDefault(f => f.Id.Text == id);
        if (!hasPrefix)
        {
            var help = context.FindingPlaces.ContainsKey(id) ? $"write `{Prefix}{id}`" : Suggestion.Help(Prefix + id, findings.Select(f => Prefix + f.Id.Text), "findings");
            context.Bag.Add(PackCodes.StageShows, name.Span, $"`{Scalars.Short(name)}` does not name a finding", help);
            return null;
        }

        if (found is not null)
        {
            return found;
        }

        if (context.RemovedFindings.TryGetValue(id, out var removal))
        {
            // What an inner pack shows of what is removed counts for nothing.
            if (removal.By == document || !removal.By.Closure.Contains(document))
            {
                context.Bag.Add(PackCodes.StageShows, name.Span, $"the finding `{id}` is removed", "take it out here, or there", removal.Span);
            }
        }
        else if (!context.FindingPlaces.ContainsKey(id))
        {
            context.Bag.Add(PackCodes.StageShows, name.Span, $"there is no finding `{Scalars.Short(name)}` to show", Suggestion.Help(name.Text, findings.Select(f => Prefix + f.Id.Text), "findings"));
        }

        return null;
    }

    // Findings name stages of the root pack alone.
    private static bool IsOfStage(FindingBinder.Draft finding, ScalarNode name, string stage, PackDocument document, PackContext context)
    {
        if (document != context.Root || finding.Stages.IsEmpty || finding.Stages.Contains(stage, StringComparer.Ordinal))
        {
            return true;
        }

        context.Bag.Add(
            PackCodes.StageShows, name.Span, $"`{Scalars.Short(name)}` does not count in the stage `{stage}`",
            $"show it in {string.Join(" or ", finding.Stages.Select(s => $"`{s}`"))}, where it counts, or add `{stage}` to its `stages`", finding.Id.Span);
        return false;
    }
}
