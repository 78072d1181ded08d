namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA3xxx: problems of expressions and cells.</summary>
public static class ExpressionCodes
{
    /// <summary>A name that is not known.</summary>
    public static DiagnosticCode UnknownName { get; } = new("OA3001", Severity.Error, "a name that is not known");

    /// <summary>A function that is not known.</summary>
    public static DiagnosticCode UnknownFunction { get; } = new("OA3002", Severity.Error, "a function that is not known");

    /// <summary>A path of a case document written as an expression.</summary>
    public static DiagnosticCode NotAnExpression { get; } = new("OA3003", Severity.Error, "a path of a case document written as an expression");

    /// <summary>A name that means two things.</summary>
    public static DiagnosticCode AmbiguousName { get; } = new("OA3004", Severity.Error, "a name that means two things");

    /// <summary>A member of a choice spelt like a name in sight.</summary>
    public static DiagnosticCode MemberAndName { get; } = new("OA3005", Severity.Error, "a member of a choice spelt like a name in sight");

    /// <summary>A word that is not a member of its choice.</summary>
    public static DiagnosticCode UnknownMember { get; } = new("OA3006", Severity.Error, "a word that is not a member of its choice");

    /// <summary>A part that a thing does not have.</summary>
    public static DiagnosticCode UnknownPart { get; } = new("OA3007", Severity.Error, "a part that a thing does not have");

    /// <summary>Different units together.</summary>
    public static DiagnosticCode DifferentUnits { get; } = new("OA3008", Severity.Error, "different units together");

    /// <summary>Different types together.</summary>
    public static DiagnosticCode DifferentTypes { get; } = new("OA3009", Severity.Error, "different types together");

    /// <summary>An operator on a type that it does not take.</summary>
    public static DiagnosticCode WrongType { get; } = new("OA3010", Severity.Error, "an operator on a type that it does not take");

    /// <summary>A single value where a list is wanted.</summary>
    public static DiagnosticCode ScalarAsList { get; } = new("OA3011", Severity.Error, "a single value where a list is wanted");

    /// <summary>A function without its brackets.</summary>
    public static DiagnosticCode FunctionAsValue { get; } = new("OA3012", Severity.Error, "a function without its brackets");

    /// <summary>A call with too many or too few arguments.</summary>
    public static DiagnosticCode WrongArgumentCount { get; } = new("OA3013", Severity.Error, "a call with too many or too few arguments");

    /// <summary>A named argument that does not fit.</summary>
    public static DiagnosticCode WrongArgumentName { get; } = new("OA3014", Severity.Error, "a named argument that does not fit");

    /// <summary>An argument of a type that the function does not take.</summary>
    public static DiagnosticCode WrongArgumentType { get; } = new("OA3015", Severity.Error, "an argument of a type that the function does not take");

    /// <summary>A result of another type or unit than wanted.</summary>
    public static DiagnosticCode UnexpectedType { get; } = new("OA3016", Severity.Error, "a result of another type or unit than wanted");

    /// <summary>Null as the end of a range.</summary>
    public static DiagnosticCode NullRangeEnd { get; } = new("OA3017", Severity.Error, "null as the end of a range");

    /// <summary>A constant that has no value.</summary>
    public static DiagnosticCode ConstantOutOfDomain { get; } = new("OA3018", Severity.Error, "a constant that has no value");

    /// <summary>A constant too large for a decimal.</summary>
    public static DiagnosticCode ConstantOverflow { get; } = new("OA3019", Severity.Error, "a constant too large for a decimal");

    /// <summary>A conclusion read where only findings may.</summary>
    public static DiagnosticCode ConclusionOutsideFinding { get; } = new("OA3021", Severity.Error, "a conclusion read where only findings may");

    /// <summary>A criterion or gate that is not there.</summary>
    public static DiagnosticCode UnknownConclusion { get; } = new("OA3022", Severity.Error, "a criterion or gate that is not there");

    /// <summary>A part of the expression language that comes later.</summary>
    public static DiagnosticCode NotInThisVersion { get; } = new("OA3023", Severity.Error, "a part of the expression language that comes later");

    /// <summary>A name of options read where there is no option.</summary>
    public static DiagnosticCode OutOfScope { get; } = new("OA3024", Severity.Error, "a name of options read where there is no option");

    /// <summary>A variable that cannot be called so.</summary>
    public static DiagnosticCode WrongVariable { get; } = new("OA3025", Severity.Error, "a variable that cannot be called so");

    /// <summary>A test or range where a value is wanted.</summary>
    public static DiagnosticCode MisplacedTest { get; } = new("OA3026", Severity.Error, "a test or range where a value is wanted");

    /// <summary>An owner of facts used as a value.</summary>
    public static DiagnosticCode NotAValue { get; } = new("OA3027", Severity.Error, "an owner of facts used as a value");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        UnknownName, UnknownFunction, NotAnExpression, AmbiguousName, MemberAndName, UnknownMember, UnknownPart, DifferentUnits,
        DifferentTypes, WrongType, ScalarAsList, FunctionAsValue, WrongArgumentCount, WrongArgumentName, WrongArgumentType,
        UnexpectedType, NullRangeEnd, ConstantOutOfDomain, ConstantOverflow, ConclusionOutsideFinding,
        UnknownConclusion, NotInThisVersion, OutOfScope, WrongVariable, MisplacedTest, NotAValue,
    ];
}
