using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The weights of siblings: on each, on none, or by a method on their branch.</summary>
internal sealed class WeightBinder(PackContext context, Overrides overrides)
{
    /// <summary>The greatest weight and end of a scale: figures above it could overflow a total.</summary>
    public const decimal Greatest = 1_000_000_000_000_000m;

    /// <summary>Gives every criterion of the tree its weight.</summary>
    public void Bind(IReadOnlyList<CriterionDraft> top)
    {
        var given = new Dictionary<CriterionDraft, Given>();
        foreach (var document in context.Documents)
        {
            // The method of a pack speaks for its own top criteria and those of the packs it uses; an outer pack comes later and wins.
            if (document.Keys.Entry("weights") is { } entry)
            {
                var siblings = top.Where(d => document.Closure.Contains(d.Document)).ToList();
                Method(document, entry, siblings, siblings.Where(d => d.Document == document), given);
            }
        }

        Settle(top, context.Root.Keys.Entry("criteria")?.Key.Span ?? context.Root.Keys.Owner, given);
        foreach (var draft in top)
        {
            Below(draft);
        }
    }

    private void Below(CriterionDraft branch)
    {
        if (branch.Children.Count == 0)
        {
            return;
        }

        var given = new Dictionary<CriterionDraft, Given>();
        if (branch.Map.Entry("weights") is { } entry)
        {
            Method(branch.Document, entry, branch.Children, branch.Children, given);
        }

        Settle(branch.Children, branch.Key.Span, given);
        foreach (var child in branch.Children)
        {
            Below(child);
        }
    }

    private void Settle(IReadOnlyList<CriterionDraft> siblings, SourceSpan owner, Dictionary<CriterionDraft, Given> given)
    {
        foreach (var draft in siblings)
        {
            if (given.ContainsKey(draft))
            {
                continue;
            }

            if (overrides.Weight(draft.Id) is { } over)
            {
                given[draft] = new Given(over.Value, WeightMethod.Direct, over.Span);
            }
            else if (draft.Map.Number("weight") is { } weight)
            {
                given[draft] = new Given(weight, WeightMethod.Direct, draft.Map.SpanOf("weight"));
            }
        }

        if (siblings.FirstOrDefault(given.ContainsKey) is not { } weighted)
        {
            if (siblings.Count > 1 && !siblings.Any(Wrote))
            {
                context.Bag.Add(PackCodes.EqualWeights, owner, $"{Count(siblings.Count)} criteria have no weights, so each weighs the same", "add `weight:` to each, also where they are meant to be the same");
            }

            return;
        }

        foreach (var draft in siblings)
        {
            if (given.TryGetValue(draft, out var item))
            {
                Check(draft, item);
            }
            else if (!Wrote(draft))
            {
                context.Bag.Add(
                    PackCodes.MixedWeights, draft.Key.Span, $"`{draft.Id}` has no weight, its sibling `{weighted.Id}` has one",
                    "give every sibling a weight, or none", given[weighted].Span);
            }
        }

        if (siblings.All(d => d.Weight == 0))
        {
            context.Bag.Add(PackCodes.ZeroWeights, given[weighted].Span, "the weights of these criteria add up to zero", "give one of them a weight above zero");
        }
    }

    // A weight or method that is there and wrong was reported where it stands.
    private static bool Wrote(CriterionDraft draft) => draft.Map.Node.Find("weight") is not null;

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private void Check(CriterionDraft draft, Given item)
    {
        if (item.Weight < 0)
        {
            context.Bag.Add(PackCodes.NegativeWeight, item.Span, $"the weight of `{draft.Id}` is below zero", "write zero or more");
        }
        else if (item.Weight > Greatest)
        {
            context.Bag.Add(KeyCodes.OutOfRange, item.Span, $"the weight of `{draft.Id}` is above {PlainNumber.Format(Greatest)}", "only the proportions matter: write smaller weights");
        }
        else
        {
            draft.Weight = item.Weight;
            draft.Method = item.Method;
        }
    }

    private void Method(PackDocument document, MappingEntry entry, IReadOnlyList<CriterionDraft> siblings, IEnumerable<CriterionDraft> own, Dictionary<CriterionDraft, Given> given)
    {
        if (KeyedMap.Read(entry.Value, PackTables.Weights, entry.Key.Span, context.Bag) is not { } map || map.Text("method") is not { } method)
        {
            MarkAll(entry, siblings, given);
            return;
        }

        foreach (var draft in own)
        {
            if (draft.Map.Entry("weight") is { } weight)
            {
                context.Bag.Add(
                    PackCodes.MixedWeights, weight.Key.Span, $"`{draft.Id}` has a weight of its own and one by the method `{method}`", "take one of them out", entry.Key.Span);
            }
        }

        var isOrder = method == "rank_order_centroid";
        var (wanted, other) = isOrder ? ("order", "values") : ("values", "order");
        if (map.Entry(other) is { } wrong)
        {
            context.Bag.Add(PackCodes.WeightMethod, wrong.Key.Span, $"`{method}` takes `{wanted}`, not `{other}`", $"write `{wanted}` instead");
        }

        if (map.Node.Find(wanted) is null)
        {
            context.Bag.Add(KeyCodes.MissingKey, entry.Key.Span, $"`{wanted}` is missing from weights by `{method}`", isOrder ? "write `order: [most_important, ..., least_important]`" : "write `values: { its_id: 100, ... }`");
        }
        else if (map.List("order") is { } order && isOrder)
        {
            RankOrder(document, order, siblings, given);
        }
        else if (map.Map("values") is { } values && !isOrder)
        {
            Values(document, method, values, siblings, given);
        }

        MarkAll(entry, siblings, given);
    }

    // Whatever went wrong with a method, it is not also a lack of weights.
    private static void MarkAll(MappingEntry entry, IReadOnlyList<CriterionDraft> siblings, Dictionary<CriterionDraft, Given> given)
    {
        foreach (var draft in siblings)
        {
            given.TryAdd(draft, new Given(1, WeightMethod.Direct, entry.Key.Span));
        }
    }

    private void Values(PackDocument document, string method, MappingNode values, IReadOnlyList<CriterionDraft> siblings, Dictionary<CriterionDraft, Given> given)
    {
        var kind = method == "swing" ? WeightMethod.Swing : WeightMethod.Points;
        var named = new HashSet<CriterionDraft>();
        var hasLost = false;
        foreach (var entry in values.Entries)
        {
            if (Sibling(document, entry.Key, siblings) is { } draft && Scalars.Number(entry.Value, context.Bag) is { } value)
            {
                named.Add(draft);
                var over = overrides.Weight(draft.Id);
                given[draft] = new Given(over?.Value ?? value, kind, over?.Span ?? entry.Value.Span);
            }
            else
            {
                hasLost |= context.RemovedCriteria.Find(entry.Key.Text) is not null;
                named.UnionWith(siblings.Where(s => s.Id == entry.Key.Text));
            }
        }

        ReportLeftOut(siblings, named, values.Span);
        if (kind == WeightMethod.Swing && !hasLost && siblings.Count > 0 && named.Count == siblings.Count && siblings.All(given.ContainsKey) && siblings.Max(d => given[d].Weight) is var largest && largest != 100)
        {
            context.Bag.Add(
                PackCodes.WeightMethod, given[siblings.First(d => given[d].Weight == largest)].Span, $"the largest swing is {PlainNumber.Format(largest)}, not 100",
                "give the criterion whose swing matters most 100, and the others their share of it");
        }
    }

    // Each weighs the mean of 1/n, 1/(n-1), ... down to its rank. The small parts are added first, so that 15 decimals are exact.
    private void RankOrder(PackDocument document, SequenceNode order, IReadOnlyList<CriterionDraft> siblings, Dictionary<CriterionDraft, Given> given)
    {
        var ranked = new List<(CriterionDraft Draft, SourceSpan Span)>();
        foreach (var item in order.Items)
        {
            if (item is not ScalarNode id)
            {
                context.Bag.Add(KeyCodes.WrongKind, item.Span, $"expected the id of a criterion, found {item.Describe}", "write the ids alone, the most important first: `order: [first, second]`");
            }
            else if (Sibling(document, id, siblings) is { } draft)
            {
                if (ranked.Exists(r => r.Draft == draft))
                {
                    context.Bag.Add(PackCodes.WeightMethod, id.Span, $"`{draft.Id}` stands twice in the order", "take one of them out");
                }
                else
                {
                    ranked.Add((draft, id.Span));
                }
            }
        }

        ReportLeftOut(siblings, ranked.ConvertAll(r => r.Draft), order.Span);
        var sum = 0m;
        for (var i = ranked.Count - 1; i >= 0; i--)
        {
            sum += 1m / (i + 1);
            var (draft, span) = ranked[i];
            given[draft] = new Given(sum / ranked.Count, WeightMethod.RankOrderCentroid, span);
            if (overrides.Weight(draft.Id) is { } over)
            {
                context.Bag.Add(PackCodes.UnknownOverride, over.Span, $"the weight of `{draft.Id}` follows from its rank", "a weight by `rank_order_centroid` cannot be overridden", span);
            }
        }
    }

    private void ReportLeftOut(IReadOnlyList<CriterionDraft> siblings, IReadOnlyCollection<CriterionDraft> named, SourceSpan span)
    {
        foreach (var draft in siblings)
        {
            if (!named.Contains(draft))
            {
                context.Bag.Add(PackCodes.WeightMethod, span, $"the weights leave out `{draft.Id}`", "name every sibling once", draft.Key.Span);
            }
        }
    }

    private CriterionDraft? Sibling(PackDocument document, ScalarNode id, IReadOnlyList<CriterionDraft> siblings)
    {
        if (siblings.FirstOrDefault(s => string.Equals(s.Id, id.Text, StringComparison.Ordinal)) is { } draft)
        {
            return draft;
        }

        if (context.RemovedCriteria.Find(id.Text) is { } removed)
        {
            if (!removed.Overrules(document))
            {
                context.Bag.Add(PackCodes.WeightMethod, id.Span, $"the criterion `{id.Text}` {removed.Words}", $"take it out here, or keep it: {removed.Place}");
            }

            return null;
        }

        context.Bag.Add(PackCodes.WeightMethod, id.Span, $"`{Scalars.Short(id)}` is not a criterion here", context.Bag.Suggest(id.Text, siblings.Select(s => s.Id), "criteria"));
        return null;
    }

    private sealed record Given(decimal Weight, WeightMethod Method, SourceSpan Span);
}
