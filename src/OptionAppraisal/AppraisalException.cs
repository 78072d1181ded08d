using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>The exception for a case that cannot be read or appraised; it holds every problem.</summary>
public sealed class AppraisalException : Exception
{
    /// <summary>Problems that prevent an appraisal.</summary>
    /// <param name="diagnostics">The problems, sorted by place.</param>
    public AppraisalException(ImmutableArray<Diagnostic> diagnostics)
        : base(DiagnosticPrinter.Print(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>The problems, sorted by place.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
