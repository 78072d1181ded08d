using OptionAppraisal.Binding.Cases;
using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>The facts of one owner, from every document: merged where they agree.</summary>
internal sealed class FactBinder(PackContext context, IReadOnlyCollection<string> lists)
{
    private readonly List<FactDefinition> _facts = [];

    /// <summary>The facts, in the order of the documents.</summary>
    public ImmutableArray<FactDefinition> Facts => [.. _facts.Select((fact, index) => fact with { Index = index })];

    public void Add(MappingNode? facts)
    {
        foreach (var entry in context.Entries(facts, IdRole.Fact))
        {
            if (KeyedMap.Read(entry.Value, PackTables.Fact, entry.Key.Span, context.Bag) is { } map && Bind(entry.Key, map) is { } fact)
            {
                Merge(fact);
            }
            else
            {
                context.Broken.Add(entry.Key.Text);
            }
        }
    }

    private FactDefinition? Bind(ScalarNode id, KeyedMap map)
    {
        var type = TypeReader.Read(map, lists, context.Bag);
        var references = context.References(map);
        var per = map.NodeOf("per") is { } members ? TypeReader.Per(members, lists, context.Bag) : null;
        if (type is null || (per is null && map.Node.Find("per") is not null))
        {
            return null;
        }

        if (type is not NumberType)
        {
            foreach (var key in (ReadOnlySpan<string>)["min", "max", "step"])
            {
                if (map.Entry(key) is { } limit)
                {
                    context.Bag.Add(PackCodes.TypeKey, limit.Key.Span, $"a {map.Text("type")} has no `{key}`", $"take `{key}` out, or change the type");
                }
            }
        }

        var fact = new FactDefinition
        {
            Id = id.Text,
            Index = 0,
            Type = type,
            Span = id.Span,
            Title = map.Text("title"),
            Ask = map.Text("ask"),
            Min = type is NumberType ? map.Number("min") : null,
            Max = type is NumberType ? map.Number("max") : null,
            Step = type is NumberType ? map.Number("step") : null,
            Sources = references,
        };
        CheckLimits(fact, map);
        fact = fact with { Default = Default(fact, map) };
        return per is null ? fact : fact with { Type = new ListType(type), Per = per };
    }

    private void CheckLimits(FactDefinition fact, KeyedMap map)
    {
        if (fact is { Min: { } min, Max: { } max } && min > max)
        {
            context.Bag.Add(PackCodes.BadLimits, map.SpanOf("max"), $"`max` is below `min` of {PlainNumber.Format(min)}", "write the smaller one as `min`", map.SpanOf("min"));
        }

        if (fact.Step <= 0)
        {
            context.Bag.Add(PackCodes.BadLimits, map.SpanOf("step"), "`step` is not above zero", "write the distance between values, such as `1000`");
        }
    }

    private Value Default(FactDefinition fact, KeyedMap map)
    {
        if (map.NodeOf("default") is not { } node)
        {
            return Value.Unknown;
        }

        var value = new TypedValues(context.Bag, find: null).Read(node, fact.Type);
        if (value.Kind == ValueKind.Number && (value.Number < fact.Min || value.Number > fact.Max))
        {
            context.Bag.Add(PackCodes.BadDefault, node.Span, $"the default {PlainNumber.Format(value.Number)} is outside the limits of `{fact.Id}`", LimitsInWords(fact));
        }

        return value;
    }

    /// <summary>The limits of a fact for a help line.</summary>
    public static string LimitsInWords(FactDefinition fact) => fact switch
    {
        { Min: { } min, Max: { } max } => $"it lies from {PlainNumber.Format(min)} to {PlainNumber.Format(max)}",
        { Min: { } min } => $"it is at least {PlainNumber.Format(min)}",
        { Max: { } max } => $"it is at most {PlainNumber.Format(max)}",
        _ => "it has no limits",
    };

    private void Merge(FactDefinition fact)
    {
        var at = _facts.FindIndex(f => string.Equals(f.Id, fact.Id, StringComparison.Ordinal));
        if (at < 0)
        {
            _facts.Add(fact);
            return;
        }

        var first = _facts[at];
        if (Difference(first, fact) is { } key)
        {
            context.Bag.Add(
                PackCodes.DefinitionsDiffer, fact.Span, $"`{fact.Id}` is defined twice, with another `{key}`",
                "facts of several packs are one fact when type, unit, members, limits and default agree; make them agree, or rename one", first.Span);
        }

        _facts[at] = first with { Title = first.Title ?? fact.Title, Ask = first.Ask ?? fact.Ask, Step = first.Step ?? fact.Step, Sources = first.Sources.IsEmpty ? fact.Sources : first.Sources };
    }

    private static string? Difference(FactDefinition a, FactDefinition b)
    {
        if (a.Per is null ? b.Per is not null : !a.Per.Agrees(b.Per))
        {
            return "per";
        }

        var (type, other) = (a.TypeOfEach, b.TypeOfEach);
        if (type.GetType() != other.GetType())
        {
            return "type";
        }

        if (!type.Equals(other))
        {
            return type switch
            {
                NumberType => "unit",
                ReferenceType => "to",
                _ => "of",
            };
        }

        return a.Min != b.Min ? "min" : a.Max != b.Max ? "max" : a.Default != b.Default ? "default" : null;
    }
}
