namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA3xxx: problems of expressions and cells.</summary>
public static class ExpressionCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
