namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA15xx: problems of the writing of expressions and cells.</summary>
public static class SyntaxCodes
{
    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [];
}
