using OptionAppraisal.Binding.Keys;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Binding.Packs;

/// <summary>A rule pack as read from its file: its keys are checked, its meaning is not.</summary>
internal sealed class PackDocument(SourceText source, KeyedMap keys, ReadOnlyMemory<byte> bytes, ImmutableArray<PackDocument> uses)
{
    public SourceText Source { get; } = source;

    public KeyedMap Keys { get; } = keys;

    /// <summary>The bytes of the file, for the hash.</summary>
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    /// <summary>The packs that it uses itself, as far as they could be read.</summary>
    public ImmutableArray<PackDocument> Uses { get; } = uses;

    public string Id => Keys.Text("rule_pack") ?? "";

    public string Version => Keys.Text("version") ?? "";

    /// <summary>It and every pack that it uses, also through others.</summary>
    public HashSet<PackDocument> Closure => field ??= [this, .. Uses.SelectMany(u => u.Closure)];

    /// <summary>Every pack that it uses, each once, used packs before their users, then itself.</summary>
    public ImmutableArray<PackDocument> InOrder()
    {
        var order = new List<PackDocument>();
        Visit(this, order, []);
        return [.. order];
    }

    // The number of documents is limited by the loader, and so is the depth.
    private static void Visit(PackDocument document, List<PackDocument> order, HashSet<PackDocument> seen)
    {
        if (seen.Add(document))
        {
            foreach (var used in document.Uses)
            {
                Visit(used, order, seen);
            }

            order.Add(document);
        }
    }
}
