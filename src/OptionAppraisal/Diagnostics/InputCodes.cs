namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA7xxx: problems of what a single expression is evaluated with.</summary>
public static class InputCodes
{
    /// <summary>Text that is not JSON.</summary>
    public static DiagnosticCode NotJson { get; } = new("OA7001", Severity.Error, "not JSON");

    /// <summary>JSON without an expression, or with more than an expression and its inputs.</summary>
    public static DiagnosticCode NotARequest { get; } = new("OA7002", Severity.Error, "not an expression with inputs");

    /// <summary>A JSON value that the language has not.</summary>
    public static DiagnosticCode NotAValue { get; } = new("OA7003", Severity.Error, "not a value of the language");

    /// <summary>A list whose elements have different types.</summary>
    public static DiagnosticCode MixedList { get; } = new("OA7004", Severity.Error, "a list of different types");

    /// <summary>An input whose name no expression can write.</summary>
    public static DiagnosticCode WrongName { get; } = new("OA7005", Severity.Error, "an input that cannot be called so");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [NotJson, NotARequest, NotAValue, MixedList, WrongName];
}
