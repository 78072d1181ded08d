namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA5xxx: problems of cases.</summary>
public static class CaseCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
