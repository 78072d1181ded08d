using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>What packs set anew in the packs they use, or remove from them: for each target the word of the outermost pack.</summary>
internal sealed class Overrides
{
    private readonly Dictionary<string, Change> _byTarget = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private Overrides()
    {
    }

    /// <summary>A change: a number, a list of stages, or else a removal.</summary>
    private sealed record Change(PackDocument Document, ScalarNode Key, decimal? Number, MappingEntry? Stages, SourceSpan Span)
    {
        public bool Removes => Number is null && Stages is null;
    }

    public static Overrides Read(PackContext context)
    {
        var byTarget = new Dictionary<string, List<Change>>(StringComparer.Ordinal);
        foreach (var document in context.Documents)
        {
            foreach (var entry in document.Keys.Map("overrides")?.Entries ?? [])
            {
                if (Override(document, entry, context.Bag) is { } change)
                {
                    Add(byTarget, change.Target, change.Change);
                }
            }

            var removed = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
            foreach (var item in document.Keys.List("removes")?.Items ?? [])
            {
                if (Removal(item, context.Bag) is not { } key)
                {
                    continue;
                }

                if (!removed.TryAdd(key.Text, key.Span))
                {
                    context.Bag.Add(PackCodes.UnknownRemoval, key.Span, $"`{Scalars.Short(key)}` is removed twice", "take one of them out", removed[key.Text]);
                }
                else
                {
                    Add(byTarget, key.Text, new Change(document, key, null, null, key.Span));
                }
            }
        }

        var overrides = new Overrides();
        foreach (var (target, items) in byTarget)
        {
            overrides.Settle(target, items, context.Bag);
        }

        return overrides;
    }

    /// <summary>The new weight of a criterion and its place, or null.</summary>
    public (decimal Value, SourceSpan Span)? Weight(string criterion) => Number($"criteria.{criterion}");

    /// <summary>The new value of a parameter and its place, or null.</summary>
    public (decimal Value, SourceSpan Span)? Parameter(string id) => Number($"parameters.{id}");

    /// <summary>The new stages of a gate or finding, or null.</summary>
    /// <param name="kind">Its kind as the first word of the target: <c>gates</c> or <c>findings</c>.</param>
    /// <param name="id">Its id.</param>
    public MappingEntry? Stages(string kind, string id) => Take($"{kind}.{id}")?.Stages;

    /// <summary>Where a gate, criterion or finding is removed, or null. A pack that removes its own is told so.</summary>
    /// <param name="kind">Its kind as the first word of the target: <c>gates</c>, <c>criteria</c> or <c>findings</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="document">The pack that defines it.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public Removal? Removal(string kind, string id, PackDocument document, DiagnosticBag bag)
    {
        if (Take($"{kind}.{id}") is not { Removes: true } change)
        {
            return null;
        }

        if (change.Document == document)
        {
            bag.Add(PackCodes.UnknownRemoval, change.Span, $"`{kind}.{id}` is of this pack itself", "`removes` is for those of used packs: delete its definition here");
        }

        return new Removal(change.Span, change.Document);
    }

    /// <summary>Reports what was never asked for.</summary>
    public void ReportUnused(IEnumerable<string> criteria, IEnumerable<string> parameters, IEnumerable<string> gates, IEnumerable<string> findings, RemovedCriteria removed, DiagnosticBag bag)
    {
        List<string> staged = [.. gates.Select(g => $"gates.{g}"), .. findings.Select(f => $"findings.{f}")];
        List<string> rules = [.. staged, .. criteria.Select(c => $"criteria.{c}")];
        List<string> targets = [.. criteria.Select(c => $"criteria.{c}.weight"), .. parameters.Select(p => $"parameters.{p}"), .. staged.Select(r => $"{r}.stages")];
        foreach (var (target, item) in _byTarget)
        {
            if (_used.Contains(target))
            {
                continue;
            }

            if (target.StartsWith("criteria.", StringComparison.Ordinal) && removed.Find(target["criteria.".Length..]) is { } with)
            {
                ReportBelow(item, with, bag);
            }
            else if (item.Removes)
            {
                bag.Add(PackCodes.UnknownRemoval, item.Span, $"there is no `{Scalars.Short(item.Key)}` to remove", bag.Suggest(target, rules, "gates, criteria and findings"));
            }
            else
            {
                bag.Add(PackCodes.UnknownOverride, item.Key.Span, $"there is no `{Scalars.Short(item.Key)}` to override", bag.Suggest(item.Key.Text, targets, "things to override"));
            }
        }
    }

    // What an inner pack says of a criterion below a removed one counts for nothing, and so does a second removal by another pack.
    private static void ReportBelow(Change item, RemovedCriterion removed, DiagnosticBag bag)
    {
        if (removed.Overrules(item.Document) || (item.Removes && item.Document != removed.By))
        {
            return;
        }

        if (item.Removes)
        {
            bag.Add(PackCodes.UnknownRemoval, item.Span, $"`{item.Key.Text}` is removed already, with `{removed.Branch}` above it", "take it out here", removed.Span);
        }
        else
        {
            bag.Add(PackCodes.UnknownOverride, item.Key.Span, $"`{item.Key.Text}` cannot be overridden: the criterion {removed.Words}", "take the override out, or keep the criterion", removed.Span);
        }
    }

    private static void Add(Dictionary<string, List<Change>> byTarget, string target, Change change)
    {
        if (!byTarget.TryGetValue(target, out var items))
        {
            byTarget.Add(target, items = []);
        }

        items.Add(change);
    }

    // A gate, criterion or finding is one target, whether its stages or weight are set or it is removed.
    private static (string Target, Change Change)? Override(PackDocument document, MappingEntry entry, DiagnosticBag bag)
    {
        switch (entry.Key.Text.Split('.'))
        {
            case ["criteria", _, "weight"]:
                return Scalars.Number(entry.Value, bag) is { } weight ? (entry.Key.Text[..^".weight".Length], new Change(document, entry.Key, weight, null, entry.Value.Span)) : null;
            case ["parameters", _]:
                return Scalars.Number(entry.Value, bag) is { } number ? (entry.Key.Text, new Change(document, entry.Key, number, null, entry.Value.Span)) : null;
            case ["gates" or "findings", _, "stages"] when entry.Value is SequenceNode:
                return (entry.Key.Text[..^".stages".Length], new Change(document, entry.Key, null, entry, entry.Value.Span));
            case ["gates" or "findings", _, "stages"]:
                bag.Add(KeyCodes.WrongKind, entry.Key.Span, $"`{Scalars.Short(entry.Key)}` takes a list, found {entry.Value.Describe}", "write the ids of stages in brackets, such as `[detailed]`");
                return null;
            default:
                bag.Add(
                    PackCodes.UnknownOverride, entry.Key.Span, $"`{Scalars.Short(entry.Key)}` cannot be overridden",
                    "override a weight as `criteria.its_id.weight`, a parameter as `parameters.its_name`, or the stages of a gate or finding as `gates.its_id.stages` or `findings.its_id.stages`");
                return null;
        }
    }

    private static ScalarNode? Removal(DocumentNode item, DiagnosticBag bag)
    {
        if (item is ScalarNode { IsEmpty: false } key)
        {
            if (key.Text.Split('.') is ["gates" or "criteria" or "findings", { Length: > 0 }])
            {
                return key;
            }

            bag.Add(PackCodes.UnknownRemoval, key.Span, $"`{Scalars.Short(key)}` cannot be removed", "remove a gate as `gates.its_id`, a criterion as `criteria.its_id`, or a finding as `findings.its_id`");
        }
        else
        {
            bag.Add(KeyCodes.WrongKind, item.Span, $"expected a gate, criterion or finding to remove, found {item.Describe}", "write `gates.its_id`, `criteria.its_id` or `findings.its_id`");
        }

        return null;
    }

    // The outermost: that of a pack that no other overriding pack uses. Two that remove the same thing agree.
    private void Settle(string target, List<Change> items, DiagnosticBag bag)
    {
        var outermost = items.FindAll(i => !items.Exists(o => o.Document != i.Document && o.Document.Closure.Contains(i.Document)));
        var first = _byTarget[target] = outermost[0];
        foreach (var other in outermost.Skip(1).Where(o => !(o.Removes && first.Removes)))
        {
            var what = target.StartsWith("criteria.", StringComparison.Ordinal) ? "its weight is" : "its stages are";
            var (message, help) = (other.Removes == first.Removes, other.Document == first.Document) switch
            {
                (true, _) => ($"`{Scalars.Short(other.Key)}` is overridden by two packs, neither of which uses the other", "override it in the pack that uses both, or take one out"),
                (_, true) => ($"`{target}` is removed, and {what} overridden in the same pack", "take one of them out"),
                _ => ($"`{target}` is removed by one pack, and {what} overridden by another; neither uses the other", "settle it in the pack that uses both, or take one out"),
            };
            bag.Add(PackCodes.OverridesConflict, other.Key.Span, message, help, first.Key.Span);
        }
    }

    private (decimal Value, SourceSpan Span)? Number(string target) => Take(target) is { Number: { } number } change ? (number, change.Span) : null;

    private Change? Take(string target)
    {
        if (!_byTarget.TryGetValue(target, out var change))
        {
            return null;
        }

        _used.Add(target);
        return change;
    }
}

/// <summary>A removal that counts.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="By">The pack that removes.</param>
internal sealed record Removal(SourceSpan Span, PackDocument By);
