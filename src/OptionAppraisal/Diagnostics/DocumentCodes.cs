namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA1xxx: problems of text and YAML.</summary>
public static class DocumentCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
