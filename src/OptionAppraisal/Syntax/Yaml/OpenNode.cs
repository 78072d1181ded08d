using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>A map or list that is being read: a frame of the reader's own stack.</summary>
internal sealed class OpenNode(bool isMapping, bool isFlow, int start, string? name)
{
    /// <summary>The start of a map whose place is that of its first key.</summary>
    public const int AtItsKey = -1;

    private Dictionary<string, SourceSpan>? _keys;

    public bool IsMapping { get; } = isMapping;

    public bool IsFlow { get; } = isFlow;

    public int Start { get; } = start;

    /// <summary>The key that this node is the value of; null for the root and in lists.</summary>
    public string? Name { get; } = name;

    public ImmutableArray<MappingEntry>.Builder Entries { get; } = ImmutableArray.CreateBuilder<MappingEntry>();

    public ImmutableArray<DocumentNode>.Builder Items { get; } = ImmutableArray.CreateBuilder<DocumentNode>();

    public ScalarNode? Key { get; set; }

    public bool KeyWasRefused { get; set; }

    public bool HasRefusedKeys { get; set; }

    /// <summary>Up to where the pieces of a value split by its commas were reported.</summary>
    public int SplitUntil { get; set; } = -1;

    /// <summary>What is wrong with a map such as `{annual_cost}`, unless what follows shows that something else is.</summary>
    public Diagnostic? Unsure { get; set; }

    /// <summary>Puts the value as it was meant in the place of the piece that YAML read of it.</summary>
    public void Mend(DocumentNode? value)
    {
        if (value is null)
        {
            return;
        }

        if (IsMapping)
        {
            Entries[^1] = Entries[^1] with { Value = value };
        }
        else
        {
            Items[^1] = value;
        }
    }

    public bool TryTakeKey(string key, SourceSpan span, out SourceSpan first)
    {
        _keys ??= new(StringComparer.Ordinal);
        return !_keys.TryGetValue(key, out first) && _keys.TryAdd(key, span);
    }

    public DocumentNode Close(SourceText source, int end)
    {
        var span = IsFlow ? source.Span(Start, end - Start) : BlockSpan(source);
        return IsMapping ? new MappingNode(Entries.ToImmutable(), span, HasRefusedKeys) : new SequenceNode(Items.ToImmutable(), span);
    }

    // The events give the next thing as the end of a block: its last child is its end.
    private SourceSpan BlockSpan(SourceText source)
    {
        var last = IsMapping && Entries.Count > 0 ? Entries[^1].Key.Span.To(Entries[^1].Value.Span)
            : Items.Count > 0 ? Items[^1].Span
            : source.Span(Math.Max(0, Start), 0);
        var from = Start == AtItsKey && Entries.Count > 0 ? Entries[0].Key.Span.StartOffset : Math.Max(0, Start);
        return source.Span(from, Math.Max(0, last.EndOffset - from));
    }
}
