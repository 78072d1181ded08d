namespace OptionAppraisal;

/// <summary>How documents are loaded from files.</summary>
/// <remarks>Immutable.</remarks>
public sealed record LoadOptions
{
    /// <summary>The folder that no path of a document may leave; null for the current folder where it holds the file, else the file's own folder.</summary>
    public string? Root { get; init; }

    /// <summary>The day on which cases are appraised, whatever they say; null for the day of each case.</summary>
    /// <remarks>A decision after the case's own day is an error; after a day that is set here it is only not yet made, and the appraisal says so.</remarks>
    public DateOnly? AsOf { get; init; }
}
