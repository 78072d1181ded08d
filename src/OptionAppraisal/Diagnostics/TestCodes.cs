namespace OptionAppraisal.Diagnostics;

/// <summary>The codes OA8xxx: problems of the tests of rule packs.</summary>
public static class TestCodes
{
    /// <summary>An expectation of something that the rule pack or the case does not have.</summary>
    public static DiagnosticCode UnknownExpected { get; } = new("OA8001", Severity.Error, "expectation of what is not there");

    /// <summary>An expectation about an option without saying which.</summary>
    public static DiagnosticCode NoOptionNamed { get; } = new("OA8002", Severity.Error, "expectation without its option");

    /// <summary>An expectation that does not say one thing.</summary>
    public static DiagnosticCode BadExpectation { get; } = new("OA8003", Severity.Error, "expectation that does not say one thing");

    /// <summary>A key of a made-up case beside one that is taken from a file, or the other way round.</summary>
    public static DiagnosticCode MixedGiven { get; } = new("OA8004", Severity.Error, "a case from a file and made up at once");

    /// <summary>All of them, in order.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [UnknownExpected, NoOptionNamed, BadExpectation, MixedGiven];
}
