using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>What packs set anew in the packs they use, or remove from them: for each thing the word of the outermost pack.</summary>
internal sealed class Overrides
{
    // By the path that is set, such as `criteria.its_id.weight`, or by the thing that is removed.
    private readonly Dictionary<string, OverrideChange> _byPath = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private Overrides()
    {
    }

    public static Overrides Read(PackContext context)
    {
        var byTarget = new Dictionary<string, List<OverrideChange>>(StringComparer.Ordinal);
        foreach (var document in context.Documents)
        {
            foreach (var entry in document.Keys.Map("overrides")?.Entries ?? [])
            {
                if (OverrideChange.OfOverride(document, entry, context.Bag) is { } change)
                {
                    Add(byTarget, change);
                }
            }

            var removed = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
            foreach (var item in document.Keys.List("removes")?.Items ?? [])
            {
                if (OverrideChange.OfRemoval(document, item, context.Bag) is not { Key: var key } change)
                {
                    continue;
                }

                if (!removed.TryAdd(key.Text, key.Span))
                {
                    context.Bag.Add(PackCodes.UnknownRemoval, key.Span, $"`{Scalars.Short(key)}` is removed twice", "take one of them out", removed[key.Text]);
                }
                else
                {
                    Add(byTarget, change);
                }
            }
        }

        var overrides = new Overrides();
        foreach (var changes in byTarget.Values)
        {
            overrides.Settle(changes, context.Bag);
        }

        return overrides;
    }

    /// <summary>The new weight of a criterion and its place, or null.</summary>
    public (decimal Value, SourceSpan Span)? Weight(string criterion) => Number($"criteria.{criterion}.weight");

    /// <summary>The new condition under which a criterion applies, or null. A pack that overrides its own is told so.</summary>
    public ScalarNode? AppliesWhen(CriterionDraft criterion, DiagnosticBag bag)
    {
        if (Take($"criteria.{criterion.Id}.applies_when") is not { } change)
        {
            return null;
        }

        if (change.Document == criterion.Document)
        {
            bag.Add(PackCodes.UnknownOverride, change.Key.Span, $"the criterion `{criterion.Id}` is of this pack itself", "write `applies_when:` on the criterion: `overrides` is for those of used packs");
        }

        return change.Condition;
    }

    /// <summary>The new value of a parameter and its place, or null.</summary>
    public (decimal Value, SourceSpan Span)? Parameter(string id) => Number($"parameters.{id}");

    /// <summary>The new stages of a gate or finding, or null.</summary>
    /// <param name="kind">Its kind as the first word of the target: <c>gates</c> or <c>findings</c>.</param>
    /// <param name="id">Its id.</param>
    public MappingEntry? Stages(string kind, string id) => Take($"{kind}.{id}.stages")?.Stages;

    /// <summary>Where a gate, criterion or finding is removed, or null. A pack that removes its own is told so.</summary>
    /// <param name="kind">Its kind as the first word of the target: <c>gates</c>, <c>criteria</c> or <c>findings</c>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="document">The pack that defines it.</param>
    /// <param name="bag">Collects what is wrong.</param>
    public Removal? Removal(string kind, string id, PackDocument document, DiagnosticBag bag)
    {
        if (Take($"{kind}.{id}") is not { } change)
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
        List<string> weighed = [.. criteria.Select(c => $"criteria.{c}")];
        List<string> rules = [.. staged, .. weighed];
        List<string> paths =
            [.. weighed.Select(c => $"{c}.weight"), .. weighed.Select(c => $"{c}.applies_when"), .. parameters.Select(p => $"parameters.{p}"), .. staged.Select(r => $"{r}.stages")];
        foreach (var (path, item) in _byPath)
        {
            if (_used.Contains(path))
            {
                continue;
            }

            if (item.Target.StartsWith("criteria.", StringComparison.Ordinal) && removed.Find(item.Target["criteria.".Length..]) is { } with)
            {
                ReportBelow(item, with, bag);
            }
            else if (item.Removes)
            {
                bag.Add(PackCodes.UnknownRemoval, item.Span, $"there is no `{Scalars.Short(item.Key)}` to remove", bag.Suggest(item.Target, rules, "gates, criteria and findings"));
            }
            else
            {
                bag.Add(PackCodes.UnknownOverride, item.Key.Span, $"there is no `{Scalars.Short(item.Key)}` to override", bag.Suggest(item.Key.Text, paths, "things to override"));
            }
        }
    }

    // What an inner pack says of a criterion below a removed one counts for nothing, and so does a second removal by another pack.
    private static void ReportBelow(OverrideChange item, RemovedCriterion removed, DiagnosticBag bag)
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

    private static void Add(Dictionary<string, List<OverrideChange>> byTarget, OverrideChange change)
    {
        if (!byTarget.TryGetValue(change.Target, out var changes))
        {
            byTarget.Add(change.Target, changes = []);
        }

        changes.Add(change);
    }

    // The outermost: those of packs that no other of the changing packs uses.
    private static List<OverrideChange> Outermost(List<OverrideChange> changes) =>
        changes.FindAll(c => !changes.Exists(o => o.Document != c.Document && o.Document.Closure.Contains(c.Document)));

    // A thing whose outermost word is a removal is out, and nothing else that is said of it counts. Else no removal counts, and each path is settled alone.
    private void Settle(List<OverrideChange> changes, DiagnosticBag bag)
    {
        var outermost = Outermost(changes);
        if (outermost.Find(c => c.Removes) is { } removal)
        {
            _byPath[removal.Target] = removal;
            foreach (var other in outermost.Where(c => !c.Removes))
            {
                ReportKept(removal, other, outermost, bag);
            }

            return;
        }

        foreach (var path in changes.Where(c => !c.Removes).GroupBy(c => c.Key.Text, StringComparer.Ordinal))
        {
            var equals = Outermost([.. path]);
            _byPath[path.Key] = equals[0];
            foreach (var other in equals.Skip(1))
            {
                bag.Add(
                    PackCodes.OverridesConflict, other.Key.Span, $"`{Scalars.Short(other.Key)}` is overridden by two packs, neither of which uses the other",
                    "override it in the pack that uses both, or take one out", equals[0].Key.Span);
            }
        }
    }

    private static void ReportKept(OverrideChange removal, OverrideChange other, List<OverrideChange> inOrder, DiagnosticBag bag)
    {
        var (message, help) = removal.Document == other.Document
            ? ($"`{removal.Target}` is removed, and {other.Aspect} overridden in the same pack", "take one of them out")
            : ($"`{removal.Target}` is removed by one pack, and {other.Aspect} overridden by another; neither uses the other", "settle it in the pack that uses both, or take one out");
        var (first, second) = inOrder.IndexOf(removal) < inOrder.IndexOf(other) ? (removal, other) : (other, removal);
        bag.Add(PackCodes.OverridesConflict, second.Key.Span, message, help, first.Key.Span);
    }

    private (decimal Value, SourceSpan Span)? Number(string path) => Take(path) is { Number: { } number } change ? (number, change.Span) : null;

    private OverrideChange? Take(string path)
    {
        if (!_byPath.TryGetValue(path, out var change))
        {
            return null;
        }

        _used.Add(path);
        return change;
    }
}

/// <summary>A removal that counts.</summary>
/// <param name="Span">Where it is written.</param>
/// <param name="By">The pack that removes.</param>
internal sealed record Removal(SourceSpan Span, PackDocument By);
