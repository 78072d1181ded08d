namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA6xxx: problems of judging a case.</summary>
public static class JudgingCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
