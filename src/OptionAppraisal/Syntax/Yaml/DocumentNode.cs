using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Syntax.Yaml;

/// <summary>A node of a document, with its place.</summary>
internal abstract class DocumentNode(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    /// <summary>What the node is, for messages: `a text`, `a list`, `a map`.</summary>
    public abstract string Describe { get; }
}

/// <summary>A map: its entries in order, no key twice.</summary>
internal sealed class MappingNode(ImmutableArray<MappingEntry> entries, SourceSpan span, bool hasRefusedKeys = false) : DocumentNode(span)
{
    public ImmutableArray<MappingEntry> Entries { get; } = entries;

    /// <summary>Whether nothing was written in it: an entry that was refused is a problem told already.</summary>
    public bool IsEmpty { get; } = entries.IsEmpty && !hasRefusedKeys;

    public override string Describe => "a map";

    public DocumentNode? Find(string key) => Entries.FirstOrDefault(e => e.Key.Text == key)?.Value;
}

internal sealed record MappingEntry(ScalarNode Key, DocumentNode Value);

internal sealed class SequenceNode(ImmutableArray<DocumentNode> items, SourceSpan span) : DocumentNode(span)
{
    public ImmutableArray<DocumentNode> Items { get; } = items;

    public override string Describe => "a list";
}
