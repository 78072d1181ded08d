namespace OptionAppraisal;

/// <summary>How documents are loaded from files.</summary>
/// <remarks>Immutable.</remarks>
public sealed record LoadOptions
{
    /// <summary>The folder that no path of a document may leave; null for the current folder where it holds the file, else the file's own folder.</summary>
    public string? Root { get; init; }
}
