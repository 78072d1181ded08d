using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Packs;

/// <summary>Sources, and the citations of them.</summary>
internal static class SourceBinder
{
    /// <summary>Binds the sources of a document into those known so far.</summary>
    public static void Bind(MappingNode? sources, Dictionary<string, Source> known, DiagnosticBag bag)
    {
        foreach (var entry in sources?.Entries ?? [])
        {
            Identifiers.Check(entry.Key, IdRole.Other, bag);
            var source = Read(entry, bag);
            if (known.TryGetValue(source.Id, out var first))
            {
                bag.Add(PackCodes.DefinedTwice, source.Span, $"the source `{source.Id}` is defined twice", "give one of them another id, or take one out", first.Span);
            }
            else
            {
                known.Add(source.Id, source);
            }
        }
    }

    private static Source Read(MappingEntry entry, DiagnosticBag bag)
    {
        var map = KeyedMap.Read(entry.Value, PackTables.Source, entry.Key.Span, bag);
        var id = entry.Key.Text;
        if (map?.Node.Find("values") is null)
        {
            if (map is not null && map.Node.Find("title") is null)
            {
                bag.Add(KeyCodes.MissingKey, entry.Key.Span, "`title` is missing from a source", "add `title:`, what the document is called");
            }

            return Undated(id, map, entry.Key.Span, bag);
        }

        foreach (var beside in map.Node.Entries.Where(e => e.Key.Text != "values" && map.Has(e.Key.Text)))
        {
            bag.Add(PackCodes.DatedValues, beside.Key.Span, $"`{beside.Key.Text}` stands beside dated `values`", "a dated source has `values` alone: write it in each of them");
        }

        var versions = ImmutableArray.CreateBuilder<DatedSource>();
        foreach (var (from, dated) in map.Entry("values") is { } values ? DatedReader.Read(values, bag) : [])
        {
            versions.Add(new DatedSource(from, Undated(id, KeyedMap.Read(dated.Value, PackTables.SourceOfDay, dated.Key.Span, bag), dated.Key.Span, bag)));
        }

        var latest = versions.Count > 0 ? versions[^1].Source : Undated(id, null, entry.Key.Span, bag);
        return latest with { Span = entry.Key.Span, Versions = versions.ToImmutable() };
    }

    private static Source Undated(string id, KeyedMap? map, SourceSpan span, DiagnosticBag bag) =>
        new(id, map?.Text("title") ?? id, Year(map, bag), map?.Text("publisher"), Url(map, bag), Status(map), span);

    /// <summary>The citations under `source:`: an id, `{ id, at, quote }`, or a list of either.</summary>
    public static ImmutableArray<SourceReference> References(DocumentNode? node, IReadOnlyDictionary<string, Source> known, DiagnosticBag bag)
    {
        if (node is null)
        {
            return [];
        }

        var references = ImmutableArray.CreateBuilder<SourceReference>();
        foreach (var item in node is SequenceNode list ? list.Items : [node])
        {
            if (Reference(item, known, bag) is { } reference)
            {
                references.Add(reference);
            }
        }

        return references.ToImmutable();
    }

    private static SourceReference? Reference(DocumentNode node, IReadOnlyDictionary<string, Source> known, DiagnosticBag bag)
    {
        switch (node)
        {
            case MappingNode:
                var map = KeyedMap.Read(node, PackTables.SourceReference, node.Span, bag);
                return map?.Scalar("id") is { } id && Find(id, known, bag) is { } cited ? new SourceReference(cited, map.Text("at"), map.Text("quote")) : null;
            case ScalarNode { IsEmpty: false } scalar:
                return Find(scalar, known, bag) is { } source ? new SourceReference(source, null, null) : null;
            default:
                bag.Add(KeyCodes.WrongKind, node.Span, $"expected the id of a source or `{{ id, at, quote }}`, found {node.Describe}", "write the id of an entry of `sources:`, or `{ id: its_id, at: ... }`");
                return null;
        }
    }

    private static Source? Find(ScalarNode id, IReadOnlyDictionary<string, Source> known, DiagnosticBag bag)
    {
        if (known.TryGetValue(id.Text, out var source))
        {
            return source;
        }

        var help = known.Count == 0 ? $"define it: `sources: {{ {Safe(id.Text)}: {{ title: ... }} }}`" : bag.Suggest(id.Text, known.Values.Select(s => s.Id), "sources");
        bag.Add(PackCodes.UnknownSource, id.Span, $"unknown source `{Scalars.Short(id)}`", help);
        return null;
    }

    private static string Safe(string id) => Identifiers.IsWellFormed(id) ? id : "its_id";

    private static int? Year(KeyedMap? map, DiagnosticBag bag)
    {
        if (map?.Number("year") is not { } year)
        {
            return null;
        }

        if (year is >= 1 and <= 9999 && year % 1 == 0)
        {
            return (int)year;
        }

        bag.Add(KeyCodes.OutOfRange, map.SpanOf("year"), $"`{PlainNumber.Format(year)}` is not a year", "write a year such as `2002`");
        return null;
    }

    private static string? Url(KeyedMap? map, DiagnosticBag bag)
    {
        if (map?.Text("url") is not { } url)
        {
            return null;
        }

        if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            && uri.Host.Length > 0 && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            return url;
        }

        bag.Add(PackCodes.BadAddress, map.SpanOf("url"), $"`{Scalars.Short(map.Scalar("url")!)}` is not an http or https address", "write an address that starts with `https://` or `http://`");
        return null;
    }

    private static SourceStatus? Status(KeyedMap? map) => map?.Text("status") switch
    {
        "verified" => SourceStatus.Verified,
        "to_be_confirmed" => SourceStatus.ToBeConfirmed,
        _ => null,
    };
}
