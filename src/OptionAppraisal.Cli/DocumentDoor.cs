using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary>The library as the commands see it.</summary>
internal sealed class DocumentDoor : IDocumentDoor
{
    public Appraised Appraise(string casePath, string? root) => throw new NotSupportedException();

    public ImmutableArray<Diagnostic> Check(IReadOnlyList<string> paths, string? root) => throw new NotSupportedException();
}
