namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA2xxx: problems of keys and structure of documents.</summary>
public static class KeyCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
