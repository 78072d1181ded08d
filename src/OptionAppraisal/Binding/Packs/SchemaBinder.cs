using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Packs;

namespace OptionAppraisal.Binding.Packs;

/// <summary>What a case supplies: record lists and facts, from every document, merged.</summary>
internal static class SchemaBinder
{
    public static FactSchema Bind(PackContext context)
    {
        var ids = new List<string>();
        var places = new Dictionary<string, ListPlace>(StringComparer.Ordinal);
        var nodes = new List<(string Id, KeyedMap Map)>();
        foreach (var (_, entry) in context.Entries("records", IdRole.RecordList))
        {
            var map = KeyedMap.Read(entry.Value, PackTables.RecordList, entry.Key.Span, context.Bag);
            var id = entry.Key.Text;
            if (places.TryAdd(id, new ListPlace(entry.Key.Span, map?.Text("title"))))
            {
                ids.Add(id);
            }
            else if (places[id].Title is null)
            {
                places[id] = places[id] with { Title = map?.Text("title") };
            }

            if (map is not null)
            {
                nodes.Add((id, map));
            }
        }

        var known = new HashSet<string>(ids, StringComparer.Ordinal);
        var owners = ids.ToDictionary(id => id, _ => new FactBinder(context, known), StringComparer.Ordinal);
        foreach (var (id, map) in nodes)
        {
            owners[id].Add(map.Map("facts"));
        }

        var ofCase = new FactBinder(context, known);
        var ofOption = new FactBinder(context, known);
        foreach (var document in context.Documents)
        {
            if (document.Keys.Entry("facts") is { } entry && KeyedMap.Read(entry.Value, PackTables.Facts, entry.Key.Span, context.Bag) is { } facts)
            {
                ofCase.Add(facts.Map("case"));
                ofOption.Add(facts.Map("option"));
            }
        }

        return new FactSchema(
            ofCase.Facts,
            ofOption.Facts,
            [.. ids.Select((id, index) => new RecordListDefinition(id, index, places[id].Title, owners[id].Facts, places[id].Span))]);
    }

    /// <summary>The record list that options belong to: that of the root pack; those of used packs are checked and count for nothing.</summary>
    public static RecordListDefinition? Areas(PackContext context, FactSchema schema)
    {
        RecordListDefinition? areas = null;
        foreach (var document in context.Documents)
        {
            areas = null;
            if (document.Keys.Scalar("areas") is not { } id)
            {
                continue;
            }

            areas = schema.FindList(id.Text);
            if (areas is null && !context.Broken.Contains(id.Text))
            {
                context.Bag.Add(PackCodes.UnknownRecordList, id.Span, $"`{Scalars.Short(id)}` is not a record list", Suggestion.Help(id.Text, schema.RecordLists.Select(l => l.Id), "record lists"));
            }
        }

        if (areas is null && context.Root.Keys.Node.Find("areas") is not null)
        {
            // Options that name an area are no further error.
            context.Broken.Add("areas");
        }

        return areas;
    }

    /// <summary>Reports names that an expression could not tell apart.</summary>
    public static void CheckNames(PackContext context, FactSchema schema, IEnumerable<DerivedFact> derived, IEnumerable<Parameter> parameters)
    {
        var bare = new Dictionary<string, Named>(StringComparer.Ordinal);
        Take(context, bare, schema.CaseFacts.Select(f => new Named(f.Id, "a fact of the case", f.Span)));
        Take(context, bare, schema.OptionFacts.Select(f => new Named(f.Id, "a fact of options", f.Span)));
        Take(context, bare, derived.Where(d => d.Scope.Kind != RuleScopeKind.Record).Select(d => new Named(d.Id, $"a derived fact of the {d.Scope}", d.Span)));
        Take(context, bare, parameters.Select(p => new Named(p.Id, "a parameter", p.Span)));
        Take(context, bare, schema.RecordLists.Select(l => new Named(l.Id, "a record list", l.Span)));
        foreach (var list in schema.RecordLists)
        {
            var own = new Dictionary<string, Named>(StringComparer.Ordinal);
            Take(context, own, list.Facts.Select(f => new Named(f.Id, $"a fact of `{list.Id}`", f.Span)));
            Take(context, own, derived.Where(d => d.Scope.List?.Id == list.Id).Select(d => new Named(d.Id, $"a derived fact of `{list.Id}`", d.Span)));
        }
    }

    private static void Take(PackContext context, Dictionary<string, Named> taken, IEnumerable<Named> names)
    {
        foreach (var named in names)
        {
            var (id, what, span) = named;
            if (taken.TryAdd(id, named))
            {
                continue;
            }

            var first = taken[id];
            var (later, earlier) = IsLater(span, first.Span) ? (span, first.Span) : (first.Span, span);
            var message = string.Equals(first.What, what, StringComparison.Ordinal) ? $"`{id}` is defined twice" : $"`{id}` is {first.What} and {what}";
            context.Bag.Add(
                string.Equals(first.What, what, StringComparison.Ordinal) ? PackCodes.DefinedTwice : PackCodes.NameTaken,
                later, message, "give one of them another name: expressions write both bare", earlier);
        }
    }

    // Two places of one file are in its order; of two files the one that was read later.
    private static bool IsLater(SourceSpan span, SourceSpan first) =>
        !string.Equals(span.Path, first.Path, StringComparison.Ordinal) || span.StartOffset > first.StartOffset;

    private sealed record ListPlace(SourceSpan Span, string? Title);

    private sealed record Named(string Id, string What, SourceSpan Span);
}
