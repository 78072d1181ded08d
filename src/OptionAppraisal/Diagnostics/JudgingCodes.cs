namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA6xxx: problems of judging a case.</summary>
public static class JudgingCodes
{
    /// <summary>No row of a decision table holds, and there is no otherwise.</summary>
    public static DiagnosticCode NoRowHolds { get; } = new("OA6001", Severity.Error, "no row of a table holds");

    /// <summary>Two rows hold where at most one may.</summary>
    public static DiagnosticCode TwoRowsHold { get; } = new("OA6002", Severity.Error, "two rows of a `unique` table hold");

    /// <summary>Rows hold that do not agree.</summary>
    public static DiagnosticCode RowsDisagree { get; } = new("OA6003", Severity.Error, "rows of an `any` table hold and disagree");

    /// <summary>A score lies outside its scale.</summary>
    public static DiagnosticCode ScoreOffScale { get; } = new("OA6004", Severity.Error, "a score is off its scale");

    /// <summary>A number is larger than a decimal can hold.</summary>
    public static DiagnosticCode NumberTooLarge { get; } = new("OA6005", Severity.Error, "a number is too large");

    /// <summary>A list or a text is longer than its limit.</summary>
    public static DiagnosticCode ResultTooLong { get; } = new("OA6006", Severity.Error, "a list or text is too long");

    /// <summary>The rules take more steps than an appraisal may, or nest too deeply.</summary>
    public static DiagnosticCode TooMuchWork { get; } = new("OA6007", Severity.Error, "the rules take too much work");

    /// <summary>The criteria that apply have no weight.</summary>
    public static DiagnosticCode NoWeightLeft { get; } = new("OA6008", Severity.Error, "no criterion with weight applies");

    /// <summary>A dated parameter is asked for on a day before its first.</summary>
    public static DiagnosticCode ParameterNotYet { get; } = new("OA6009", Severity.Error, "a parameter has no value yet");

    /// <summary>A decision is dated after the day of the appraisal.</summary>
    public static DiagnosticCode DecisionNotYetMade { get; } = new("OA6010", Severity.Warning, "a decision is not yet made");

    /// <summary>A rule pack is not in force on the day of the appraisal.</summary>
    public static DiagnosticCode PackNotInForce { get; } = new("OA6011", Severity.Warning, "a rule pack is not in force");

    /// <summary>A stage was asked for that the appraisal did not reach, or that the pack does not have.</summary>
    public static DiagnosticCode StageNotReached { get; } = new("OA6012", Severity.Error, "a stage was not reached");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [NoRowHolds, TwoRowsHold, RowsDisagree, ScoreOffScale, NumberTooLarge, ResultTooLong, TooMuchWork, NoWeightLeft, ParameterNotYet, DecisionNotYetMade, PackNotInForce, StageNotReached];
}
