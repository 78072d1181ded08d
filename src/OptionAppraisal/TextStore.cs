using System.Text;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>Documents that are texts in memory, by path.</summary>
internal sealed class TextStore : IDocumentStore
{
    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _documents = new(StringComparer.Ordinal);

    private readonly HashSet<string> _embedded = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => _documents.Keys;

    /// <summary>Adds a document; false where the path is taken.</summary>
    public bool TryAdd(string path, ReadOnlyMemory<byte> bytes) => _documents.TryAdd(path, bytes);

    public bool TryAdd(string path, string text) => TryAdd(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Says of a document that it was embedded, so that it is also found by the path that it had as a file.</summary>
    public void MarkEmbedded(string path) => _embedded.Add(path);

    public StoredDocument? Read(string path, SourceSpan place, int most, DiagnosticBag bag)
    {
        if (_documents.TryGetValue(path, out var bytes))
        {
            return new StoredDocument(path, bytes);
        }

        if (_embedded.Count > 0 && EmbeddedName.Changed(path) is var changed && _embedded.Contains(changed))
        {
            return new StoredDocument(changed, _documents[changed]);
        }

        var help = _documents.Count > 1 ? Suggestion.Help(path, _documents.Keys, "documents") : "a document that names others is loaded from files, or added together with them";
        bag.Add(FileCodes.NotFound, place, $"the document `{path}` is not there", help);
        return null;
    }
}
