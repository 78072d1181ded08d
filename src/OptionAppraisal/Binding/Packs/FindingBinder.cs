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
    public static ImmutableArray<Finding> Bind(PackContext context, FactSchema schema)
    {
        var findings = ImmutableArray.CreateBuilder<Finding>();
        var places = new Dictionary<string, SourceSpan>(StringComparer.Ordinal);
        foreach (var (_, entry) in context.Entries("findings", IdRole.Other))
        {
            if (!places.TryAdd(entry.Key.Text, entry.Key.Span))
            {
                context.Bag.Add(PackCodes.DefinedTwice, entry.Key.Span, $"the finding `{entry.Key.Text}` is defined twice", "give one of them another id", places[entry.Key.Text]);
            }
            else if (KeyedMap.Read(entry.Value, PackTables.Finding, entry.Key.Span, context.Bag) is { } map
                && Bind(context, schema, entry.Key, map) is { } finding)
            {
                findings.Add(finding);
            }
        }

        return findings.ToImmutable();
    }

    private static Finding? Bind(PackContext context, FactSchema schema, ScalarNode id, KeyedMap map)
    {
        var sources = context.References(map);
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
            : new Finding(id.Text, Kind(map.Text("kind")!), severities, scope, when, says, sources, id.Span);
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

    private static FindingSeverity Level(string word) => word switch
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
