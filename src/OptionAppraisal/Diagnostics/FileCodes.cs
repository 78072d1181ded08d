namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA9xxx: problems of files and the set of documents.</summary>
public static class FileCodes
{
    /// <summary>A file that is not there.</summary>
    public static DiagnosticCode NotFound { get; } = new("OA9001", Severity.Error, "file not found");

    /// <summary>A folder where a file is wanted.</summary>
    public static DiagnosticCode IsFolder { get; } = new("OA9002", Severity.Error, "a folder, not a file");

    /// <summary>A file that cannot be read.</summary>
    public static DiagnosticCode Unreadable { get; } = new("OA9003", Severity.Error, "file cannot be read");

    /// <summary>A path that leaves the root folder.</summary>
    public static DiagnosticCode OutsideRoot { get; } = new("OA9004", Severity.Error, "outside the root folder");

    /// <summary>A path that documents cannot have.</summary>
    public static DiagnosticCode BadPath { get; } = new("OA9005", Severity.Error, "not a path of a document");

    /// <summary>Documents that use each other in a circle.</summary>
    public static DiagnosticCode Circle { get; } = new("OA9006", Severity.Error, "documents in a circle");

    /// <summary>More documents than the limit.</summary>
    public static DiagnosticCode TooManyFiles { get; } = new("OA9007", Severity.Error, "too many documents");

    /// <summary>More text than the limit.</summary>
    public static DiagnosticCode TooMuchText { get; } = new("OA9008", Severity.Error, "too much text");

    /// <summary>A folder without documents.</summary>
    public static DiagnosticCode NoDocuments { get; } = new("OA9009", Severity.Error, "no documents");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        NotFound, IsFolder, Unreadable, OutsideRoot, BadPath, Circle, TooManyFiles, TooMuchText, NoDocuments,
    ];
}
