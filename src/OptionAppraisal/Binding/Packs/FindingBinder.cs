using OptionAppraisal.Binding.Expressions;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The findings of all documents.</summary>
internal static class FindingBinder
{
    /// <summary>A finding whose keys are read, and whose conditions are not.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Map">Its keys.</param>
    /// <param name="Stages">The stages in which it counts; empty for all.</param>
    internal sealed record Draft(ScalarNode Id, KeyedMap Map, ImmutableArray<string> Stages);

    /// <summary>The findings by name; those that are removed are left out.</summary>
    public static ImmutableArray<Draft> Declare(PackContext context, Overrides overrides)
    {
        var drafts = ImmutableArray.CreateBuilder<Draft>();
        foreach (var (document, entry) in context.Entries("findings", IdRole.Other))
        {
            var id = entry.Key.Text;
            var instead = overrides.Stages("findings", id);
            if (!context.FindingPlaces.TryAdd(id, entry.Key.Span))
            {
                context.Bag.Add(PackCodes.DefinedTwice, entry.Key.Span, $"the finding `{id}` is defined twice", "give one of them another id", context.FindingPlaces[id]);
            }
            else if (overrides.Removal("findings", id, document, context.Bag) is { } removal)
            {
                context.RemovedFindings.Add(id, removal);
            }
            else if (KeyedMap.Read(entry.Value, PackTables.Finding, entry.Key.Span, context.Bag) is { } map)
            {
                drafts.Add(new Draft(entry.Key, map, context.Stages.Read(map.Entry("stages"), instead, $"findings.{id}")));
            }
        }

        return drafts.ToImmutable();
    }

    public static ImmutableArray<Finding> Bind(PackContext context, ImmutableArray<Draft> drafts, FactSchema schema)
    {
        var parents = FindingParents.Read(context, drafts);
        var findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (var draft in drafts)
        {
            if (Bind(context, schema, draft.Id, draft.Map) is { } finding)
            {
                findings.Add(finding with { Stages = draft.Stages, PartOf = parents.GetValueOrDefault(finding.Id) });
            }
        }

        return findings.ToImmutable();
    }

    private static Finding? Bind(PackContext context, FactSchema schema, ScalarNode id, KeyedMap map)
    {
        var sources = context.References(map);
        var inForce = InForceReader.Read(map, context.Bag);
        if (Scope(context, schema, map) is not { } scope)
        {
            return null;
        }

        var names = new NameScope(context.Names, scope) { IsFinding = true };
        var when = map.NodeOf("when") is { } condition ? context.BindCondition(condition, names) : null;
        var severities = Severities(context, map, names);
        var says = Says(context, map, names);
        return when is null || severities.IsEmpty || !map.Has("kind")
            ? null
            : new Finding(id.Text, Kind(map.Text("kind")!), severities, scope, when, says, sources, id.Span) { InForce = inForce };
    }

    private static RuleScope? Scope(PackContext context, FactSchema schema, KeyedMap map)
    {
        switch (map.Scalar("scope"))
        {
            case null or { Text: "option" }:
                return RuleScope.Option;
            case { Text: "case" }:
                return RuleScope.Case;
            case var word:
                if (schema.FindList(word.Text) is { } list)
                {
                    return RuleScope.RecordOf(list);
                }

                context.Bag.Add(
                    PackCodes.UnknownRecordList, word.Span, $"`{Scalars.Short(word)}` is not a scope",
                    Suggestion.Help(word.Text, schema.RecordLists.Select(l => l.Id).Prepend("option").Prepend("case"), "scopes"));
                return null;
        }
    }

    // The strongest first, whatever the order of the file: what is not known counts as true.
    private static ImmutableArray<SeverityRule> Severities(PackContext context, KeyedMap map, NameScope names)
    {
        switch (map.NodeOf("severity"))
        {
            case ScalarNode word:
                return [new SeverityRule(Level(word.Text), null)];
            case MappingNode node when KeyedMap.Read(node, PackTables.Severity, map.SpanOf("severity"), context.Bag) is { } levels:
                var rules = ImmutableArray.CreateBuilder<SeverityRule>();
                foreach (var level in (ReadOnlySpan<string>)["high", "medium", "low"])
                {
                    if (levels.NodeOf(level) is { } condition && context.BindCondition(condition, names) is { } when)
                    {
                        rules.Add(new SeverityRule(Level(level), when));
                    }
                }

                if (levels.Text("otherwise") is { } otherwise)
                {
                    rules.Add(new SeverityRule(Level(otherwise), null));
                }

                return rules.ToImmutable();
            default:
                return [];
        }
    }

    private static ImmutableArray<TextPart> Says(PackContext context, KeyedMap map, NameScope names)
    {
        if (map.Scalar("says") is not { } text)
        {
            return [];
        }

        var parts = ImmutableArray.CreateBuilder<TextPart>();
        foreach (var segment in context.ParseTemplate(text))
        {
            if (segment.Slot is not { } slot)
            {
                parts.Add(new TextPart(segment.Words, null));
            }
            else if (slot is not Syntax.Expressions.ErrorSyntax && context.Bind(slot, names) is { } value)
            {
                parts.Add(new TextPart("", value));
            }
        }

        return parts.ToImmutable();
    }

    public static FindingSeverity Level(string word) => word switch
    {
        "high" => FindingSeverity.High,
        "medium" => FindingSeverity.Medium,
        _ => FindingSeverity.Low,
    };

    private static FindingKind Kind(string word) => word switch
    {
        "risk" => FindingKind.Risk,
        "opportunity" => FindingKind.Opportunity,
        "condition" => FindingKind.Condition,
        "lesson" => FindingKind.Lesson,
        _ => FindingKind.Evidence,
    };
}
