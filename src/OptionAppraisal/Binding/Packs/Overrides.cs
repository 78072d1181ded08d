using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The values that packs set anew in the packs they use: for each target that of the outermost pack.</summary>
internal sealed class Overrides
{
    private readonly Dictionary<string, Override> _byTarget = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private sealed record Override(PackDocument Document, ScalarNode Key, decimal Value, SourceSpan Span);

    public static Overrides Read(PackContext context)
    {
        var byTarget = new Dictionary<string, List<Override>>(StringComparer.Ordinal);
        foreach (var document in context.Documents)
        {
            foreach (var entry in document.Keys.Map("overrides")?.Entries ?? [])
            {
                if (TargetOf(entry.Key, context.Bag) is { } target && Scalars.Number(entry.Value, context.Bag) is { } value)
                {
                    if (!byTarget.TryGetValue(target, out var items))
                    {
                        byTarget.Add(target, items = []);
                    }

                    items.Add(new Override(document, entry.Key, value, entry.Value.Span));
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
    public (decimal Value, SourceSpan Span)? Weight(string criterion) => Take($"criteria.{criterion}.weight");

    /// <summary>The new value of a parameter and its place, or null.</summary>
    public (decimal Value, SourceSpan Span)? Parameter(string id) => Take($"parameters.{id}");

    /// <summary>Reports what was never asked for.</summary>
    public void ReportUnused(IEnumerable<string> criteria, IEnumerable<string> parameters, DiagnosticBag bag)
    {
        List<string> targets = [.. criteria.Select(c => $"criteria.{c}.weight"), .. parameters.Select(p => $"parameters.{p}")];
        foreach (var (target, item) in _byTarget)
        {
            if (!_used.Contains(target))
            {
                bag.Add(PackCodes.UnknownOverride, item.Key.Span, $"there is no `{Scalars.Short(item.Key)}` to override", bag.Suggest(target, targets, "things to override"));
            }
        }
    }

    private static string? TargetOf(ScalarNode key, DiagnosticBag bag)
    {
        var parts = key.Text.Split('.');
        switch (parts)
        {
            case ["criteria", _, "weight"] or ["parameters", _]:
                return key.Text;
            case ["gates" or "findings", _, "stages"]:
                bag.Add(KeyCodes.NotInThisVersion, key.Span, $"to override `{Scalars.Short(key)}` is not in this version", "take it out");
                return null;
            default:
                bag.Add(
                    PackCodes.UnknownOverride, key.Span, $"`{Scalars.Short(key)}` cannot be overridden",
                    "override a weight as `criteria.its_id.weight`, or a parameter as `parameters.its_name`");
                return null;
        }
    }

    // The outermost: that of a pack that no other overriding pack uses.
    private void Settle(string target, List<Override> items, DiagnosticBag bag)
    {
        var outermost = items.FindAll(i => !items.Exists(o => o.Document != i.Document && o.Document.Closure.Contains(i.Document)));
        _byTarget[target] = outermost[0];
        foreach (var other in outermost.Skip(1))
        {
            bag.Add(
                PackCodes.OverridesConflict, other.Key.Span, $"`{Scalars.Short(other.Key)}` is overridden by two packs, neither of which uses the other",
                "override it in the pack that uses both, or take one out", outermost[0].Key.Span);
        }
    }

    private (decimal Value, SourceSpan Span)? Take(string target)
    {
        if (!_byTarget.TryGetValue(target, out var item))
        {
            return null;
        }

        _used.Add(target);
        return (item.Value, item.Span);
    }
}
