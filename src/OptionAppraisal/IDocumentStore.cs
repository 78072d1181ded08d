using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>The one door to documents: files below a root folder, or texts in memory.</summary>
internal interface IDocumentStore
{
    /// <summary>Reads a document, or reports at a place why it cannot be read.</summary>
    /// <param name="path">The path relative to the root, with `/` and without `.` or `..`.</param>
    /// <param name="place">Where the document is named, or its own first line.</param>
    /// <param name="most">The most bytes that are read; one more shows that there are more.</param>
    /// <param name="bag">Collects what is wrong.</param>
    StoredDocument? Read(string path, SourceSpan place, int most, DiagnosticBag bag);
}

/// <summary>The bytes of a document.</summary>
/// <param name="Identity">The same for a document that is reached by several paths.</param>
/// <param name="Bytes">The bytes.</param>
internal sealed record StoredDocument(string Identity, ReadOnlyMemory<byte> Bytes);
