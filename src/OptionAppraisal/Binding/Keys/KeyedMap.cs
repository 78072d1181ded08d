using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;

namespace OptionAppraisal.Binding.Keys;

/// <summary>A map of a document read by its key table: what is wrong with its keys is reported once, what is left is of the right kind.</summary>
internal sealed class KeyedMap
{
    private readonly List<MappingEntry> _entries = [];
    private readonly DiagnosticBag _bag;
    private bool _hasLater;

    private KeyedMap(MappingNode node, KeyTable table, SourceSpan owner, DiagnosticBag bag)
    {
        Node = node;
        Table = table;
        Owner = owner;
        _bag = bag;
    }

    public MappingNode Node { get; }

    public KeyTable Table { get; }

    /// <summary>The key under which the map stands: where what is missing is reported.</summary>
    public SourceSpan Owner { get; }

    /// <summary>Reads a map; null, with a problem, where the node is not a map.</summary>
    public static KeyedMap? Read(DocumentNode node, KeyTable table, SourceSpan owner, DiagnosticBag bag)
    {
        if (node is not MappingNode map)
        {
            bag.Add(KeyCodes.WrongKind, Visible(node, owner), $"expected a map for {table.Name}, found {node.Describe}", KeysHelp(table));
            return null;
        }

        var keyed = new KeyedMap(map, table, owner, bag);
        foreach (var entry in map.Entries)
        {
            keyed.Take(entry);
        }

        // A key of a later version may stand for what is missing.
        foreach (var row in keyed._hasLater ? [] : table.Rows)
        {
            if (row.Required && map.Find(row.Key) is null)
            {
                bag.Add(KeyCodes.MissingKey, owner, $"`{row.Key}` is missing from {table.Name}", $"add `{row.Key}:`, {row.Doc}");
            }
        }

        return keyed;
    }

    public bool Has(string key) => Entry(key) is not null;

    public MappingEntry? Entry(string key)
    {
        foreach (var entry in _entries)
        {
            if (string.Equals(entry.Key.Text, key, StringComparison.Ordinal))
            {
                return entry;
            }
        }

        return null;
    }

    public DocumentNode? NodeOf(string key) => Entry(key)?.Value;

    public ScalarNode? Scalar(string key) => Entry(key)?.Value as ScalarNode;

    public MappingNode? Map(string key) => Entry(key)?.Value as MappingNode;

    public SequenceNode? List(string key) => Entry(key)?.Value as SequenceNode;

    public string? Text(string key) => Scalar(key)?.Text;

    public decimal? Number(string key) => Entry(key) is { } entry ? Scalars.Number(entry.Value, _bag) : null;

    public bool? Boolean(string key) => Entry(key) is { } entry ? Scalars.Boolean(entry.Value, _bag) : null;

    public DateOnly? Date(string key) => Entry(key) is { } entry ? Scalars.Date(entry.Value, _bag) : null;

    /// <summary>The place of a key, or of the owner where it is left out.</summary>
    public SourceSpan SpanOf(string key) => Entry(key)?.Value.Span ?? Owner;

    private void Take(MappingEntry entry)
    {
        var key = entry.Key.Text;
        if (Table.Find(key) is not { } row)
        {
            var known = Table.Rows.Where(r => !r.Later).Select(r => r.Key);
            _bag.Add(KeyCodes.UnknownKey, entry.Key.Span, $"unknown key `{Scalars.Short(entry.Key)}` in {Table.Name}", _bag.Suggest(key, known, "keys"));
        }
        else if (row.Later)
        {
            _hasLater = true;
            _bag.Add(KeyCodes.NotInThisVersion, entry.Key.Span, $"`{key}` is not in this version", "take it out");
        }
        else if (Fits(entry, row))
        {
            _entries.Add(entry);
        }
    }

    private bool Fits(MappingEntry entry, KeyRow row)
    {
        var node = entry.Value;
        if (row.Shape.HasFlag(Shape.Value))
        {
            return true;
        }

        if (node is ScalarNode { IsEmpty: true })
        {
            if (row.TakesNothing)
            {
                return false;
            }

            _bag.Add(KeyCodes.NoValue, entry.Key.Span, $"`{row.Key}` has no value", $"write {ShapeNames.Describe(row.Shape)}, or take the key out");
            return false;
        }

        var fits = node switch
        {
            MappingNode => row.Shape.HasFlag(Shape.Map),
            SequenceNode => row.Shape.HasFlag(Shape.List),
            _ => (row.Shape & ~(Shape.Map | Shape.List)) != Shape.None,
        };
        if (!fits)
        {
            _bag.Add(KeyCodes.WrongKind, Visible(node, entry.Key.Span), $"`{row.Key}` takes {ShapeNames.Describe(row.Shape)}, found {node.Describe}", row.Doc);
            return false;
        }

        return node is not ScalarNode || (row.Shape & ~(Shape.Map | Shape.List)) switch
        {
            Shape.Number => Scalars.Number(node, _bag) is not null,
            Shape.Boolean => Scalars.Boolean(node, _bag) is not null,
            Shape.Date => Scalars.Date(node, _bag) is not null,
            Shape.Word => Scalars.Word(node, row.Words, _bag) is not null,
            _ => true,
        };
    }

    private static SourceSpan Visible(DocumentNode node, SourceSpan owner) => node is ScalarNode { IsEmpty: true } ? owner : node.Span;

    private static string KeysHelp(KeyTable table) => Suggestion.Help("", table.Rows.Where(r => !r.Later).Select(r => r.Key), "keys");
}
