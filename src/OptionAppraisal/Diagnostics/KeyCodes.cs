namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA2xxx: problems of keys and structure of documents.</summary>
public static class KeyCodes
{
    /// <summary>A key that the language does not have there.</summary>
    public static DiagnosticCode UnknownKey { get; } = new("OA2001", Severity.Error, "unknown key");

    /// <summary>A key, document or word that the language reserves for a later version.</summary>
    public static DiagnosticCode NotInThisVersion { get; } = new("OA2002", Severity.Error, "not in this version");

    /// <summary>A key that must be there and is not.</summary>
    public static DiagnosticCode MissingKey { get; } = new("OA2003", Severity.Error, "missing key");

    /// <summary>A value of another kind than the key takes.</summary>
    public static DiagnosticCode WrongKind { get; } = new("OA2004", Severity.Error, "wrong kind of value");

    /// <summary>A key without a value.</summary>
    public static DiagnosticCode NoValue { get; } = new("OA2005", Severity.Error, "key without a value");

    /// <summary>A document whose first key does not say what it is, or does not match the ending of its file.</summary>
    public static DiagnosticCode WrongFirstKey { get; } = new("OA2006", Severity.Error, "wrong first key");

    /// <summary>An id that is not of the form of ids.</summary>
    public static DiagnosticCode BadIdentifier { get; } = new("OA2007", Severity.Error, "not an id");

    /// <summary>An id that the language reserves.</summary>
    public static DiagnosticCode ReservedWord { get; } = new("OA2008", Severity.Error, "reserved word");

    /// <summary>A word that is none of those that the key takes.</summary>
    public static DiagnosticCode UnknownWord { get; } = new("OA2009", Severity.Error, "unknown word");

    /// <summary>A value that is not a number of the plain form.</summary>
    public static DiagnosticCode NotANumber { get; } = new("OA2010", Severity.Error, "not a number");

    /// <summary>A value that is not true or false.</summary>
    public static DiagnosticCode NotABoolean { get; } = new("OA2011", Severity.Error, "not true or false");

    /// <summary>A value that is not a day of the calendar.</summary>
    public static DiagnosticCode NotADate { get; } = new("OA2012", Severity.Error, "not a date");

    /// <summary>A number that is outside what the key takes.</summary>
    public static DiagnosticCode OutOfRange { get; } = new("OA2013", Severity.Error, "number out of range");

    /// <summary>A word that is not a member of the choice it is a value of.</summary>
    public static DiagnosticCode UnknownMember { get; } = new("OA2014", Severity.Error, "unknown member of a choice");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        UnknownKey, NotInThisVersion, MissingKey, WrongKind, NoValue, WrongFirstKey, BadIdentifier, ReservedWord, UnknownWord, NotANumber, NotABoolean,
        NotADate, OutOfRange, UnknownMember,
    ];
}
