using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>The exception for rule packs with errors: holds every problem of every document that was read.</summary>
public sealed class RulePackException : Exception
{
    /// <summary>An exception for problems.</summary>
    /// <param name="diagnostics">The problems, sorted.</param>
    public RulePackException(ImmutableArray<Diagnostic> diagnostics)
        : base(DiagnosticPrinter.Print(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Every problem, warnings too, sorted by path, line and column.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
