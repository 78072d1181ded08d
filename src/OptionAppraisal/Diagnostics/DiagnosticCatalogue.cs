namespace OptionAppraisal.Diagnostics;

/// <summary>The catalogue of every kind of problem, from which the reference is made.</summary>
/// <remarks>OA1xxx text and YAML, OA2xxx keys and structure, OA3xxx expressions, OA4xxx rule packs, OA5xxx cases, OA6xxx judging a case, OA7xxx inputs of a single expression, OA8xxx tests of rule packs, OA9xxx files.</remarks>
public static class DiagnosticCatalogue
{
    /// <summary>All codes, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        .. DocumentCodes.All, .. SyntaxCodes.All, .. KeyCodes.All, .. ExpressionCodes.All, .. PackCodes.All, .. CaseCodes.All, .. JudgingCodes.All, .. InputCodes.All,
        .. TestCodes.All, .. FileCodes.All,
    ];
}
