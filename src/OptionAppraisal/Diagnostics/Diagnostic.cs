namespace OptionAppraisal.Diagnostics;

/// <summary>A problem in a document: what is wrong, where, and what to do next.</summary>
/// <param name="Code">The kind of problem.</param>
/// <param name="Span">Where it is; where an error has two places, the later one.</param>
/// <param name="Message">What is wrong: lower case, no full stop, the user's words in backticks.</param>
/// <param name="Help">What to do next, or null.</param>
/// <param name="First">The first of two places, or null.</param>
public sealed record Diagnostic(DiagnosticCode Code, SourceSpan Span, string Message, string? Help = null, SourceSpan? First = null)
{
    /// <summary>How serious it is.</summary>
    public Severity Severity => Code.Severity;

    /// <summary>Whether it is an error.</summary>
    public bool IsError => Severity == Severity.Error;

    /// <summary>The problem on one line: <c>path:line:column: error OA1203: message</c>.</summary>
    public override string ToString() =>
        $"{Span}: {(IsError ? "error" : "warning")} {Code.Id}: {Message}";
}
