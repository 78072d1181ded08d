using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The gates of all documents.</summary>
internal static class GateBinder
{
    /// <summary>A gate whose keys are read, and whose conditions are not.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Map">Its keys.</param>
    /// <param name="IsOfCase">Whether it speaks for every option.</param>
    /// <param name="Stages">The stages in which it counts; empty for all.</param>
    internal sealed record Draft(ScalarNode Id, KeyedMap Map, bool IsOfCase, ImmutableArray<string> Stages);

    /// <summary>The gates by name: what findings need to know before any expression is bound. Those that are removed are remembered, and no more.</summary>
    public static ImmutableArray<Draft> Declare(PackContext context, Overrides overrides)
    {
        var drafts = ImmutableArray.CreateBuilder<Draft>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var (document, entry) in context.Entries("gates", IdRole.Other))
        {
            var id = entry.Key.Text;
            var instead = overrides.Stages("gates", id);
            if (!places.TryAdd(id, entry.Key.Span))
            {
                context.Bag.Add(PackCodes.DefinedTwice, entry.Key.Span, $"the gate `{id}` is defined twice", "give one of them another id", places[id]);
            }
            else if (overrides.Removal("gates", id, document, context.Bag) is { } removal)
            {
                context.RemovedGates.Add(id, removal.Span);
            }
            else if (KeyedMap.Read(entry.Value, PackTables.Gate, entry.Key.Span, context.Bag) is { } map)
            {
                drafts.Add(new Draft(entry.Key, map, map.Text("scope") == "case", context.Stages.Read(map.Entry("stages"), instead, $"gates.{id}")));
            }
            else
            {
                context.Broken.Add(id);
            }
        }

        return drafts.ToImmutable();
    }

    public static ImmutableArray<Gate> Bind(PackContext context, ImmutableArray<Draft> drafts)
    {
        var gates = ImmutableArray.CreateBuilder<Gate>();
        foreach (var draft in drafts)
        {
            var scope = draft.IsOfCase ? RuleScope.Case : RuleScope.Option;
            var names = new NameScope(context.Names, scope);
            var map = draft.Map;
            var sources = context.References(map);
            var inForce = InForceReader.Read(map, context.Bag);
            var applies = map.NodeOf("applies_when") is { } when ? context.BindCondition(when, names) : null;
            var parts = Parts(context, map, names);
            if (parts.IsEmpty || (applies is null && map.Has("applies_when")))
            {
                continue;
            }

            gates.Add(new Gate(
                draft.Id.Text, map.Text("title") ?? draft.Id.Text, scope, applies, parts,
                map.Text("on_fail") == "show_only" ? GateFailure.ShowOnly : GateFailure.Exclude, map.Text("because"), sources, draft.Id.Span)
            {
                Stages = draft.Stages,
                InForce = inForce,
            });
        }

        return gates.ToImmutable();
    }

    private static ImmutableArray<GatePart> Parts(PackContext context, KeyedMap map, NameScope names)
    {
        var parts = ImmutableArray.CreateBuilder<GatePart>();
        switch (map.NodeOf("requires"))
        {
            case ScalarNode condition:
                if (context.BindCondition(condition, names) is { } single)
                {
                    parts.Add(new GatePart(null, single, null, [], condition.Span));
                }

                break;
            case MappingNode { IsEmpty: true } empty:
                context.Bag.Add(PackCodes.Nothing, empty.Span, "the gate requires nothing", "write one condition, or named parts: `requires: { its_name: { is: ... } }`");
                break;
            case MappingNode named:
                foreach (var entry in context.Entries(named, IdRole.Other))
                {
                    if (KeyedMap.Read(entry.Value, PackTables.GatePart, entry.Key.Span, context.Bag) is { } part)
                    {
                        var sources = context.References(part);
                        if (part.NodeOf("is") is { } node && context.BindCondition(node, names) is { } condition)
                        {
                            parts.Add(new GatePart(entry.Key.Text, condition, part.Text("because"), sources, entry.Key.Span));
                        }
                    }
                }

                break;
        }

        return parts.ToImmutable();
    }
}
