using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Tests;

// Nodes of a case as if they were written in it, at the places where they stand in the tests.
internal static class CaseNodes
{
    public static ScalarNode Word(string text, SourceSpan span) => new(text, ScalarStyle.Plain, default, span);

    public static MappingEntry Entry(string key, DocumentNode value) => new(Word(key, value.Span), value);

    public static MappingNode Map(IEnumerable<MappingEntry> entries, SourceSpan span) => new([.. entries], span);

    /// <summary>The node with a value at the end of a way of keys; maps on the way that are not there are made.</summary>
    public static MappingNode Set(DocumentNode? node, ReadOnlySpan<ScalarNode> way, DocumentNode value)
    {
        var map = node as MappingNode;
        var key = way[0];
        var at = map is null ? -1 : IndexOf(map, key.Text);
        var set = way.Length == 1 ? value : Set(at < 0 ? null : map!.Entries[at].Value, way[1..], value);
        var entry = new MappingEntry(key, set);
        ImmutableArray<MappingEntry> entries = map is null ? [entry] : at < 0 ? map.Entries.Add(entry) : map.Entries.SetItem(at, entry);
        return new MappingNode(entries, map?.Span ?? value.Span);
    }

    /// <summary>The map without a key.</summary>
    public static MappingNode Without(MappingNode map, string key) => new([.. map.Entries.Where(e => e.Key.Text != key)], map.Span);

    /// <summary>The node at the end of a way of keys, or null.</summary>
    public static DocumentNode? Find(DocumentNode? node, params ReadOnlySpan<string> way)
    {
        foreach (var key in way)
        {
            node = (node as MappingNode)?.Find(key);
        }

        return node;
    }

    private static int IndexOf(MappingNode map, string key)
    {
        for (var i = 0; i < map.Entries.Length; i++)
        {
            if (string.Equals(map.Entries[i].Key.Text, key, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }
}
