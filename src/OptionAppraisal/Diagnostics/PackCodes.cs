namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA4xxx: problems of the meaning of rule packs.</summary>
public static class PackCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
