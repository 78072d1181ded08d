namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA9xxx: problems of files and the set of documents.</summary>
public static class FileCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
