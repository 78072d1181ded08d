using OptionAppraisal.Diagnostics;

namespace OptionAppraisal;

/// <summary>The exception for cases with errors, and for appraisals that end in one: holds every problem.</summary>
public sealed class AppraisalException : Exception
{
    /// <summary>An exception for problems.</summary>
    /// <param name="diagnostics">The problems, sorted.</param>
    public AppraisalException(ImmutableArray<Diagnostic> diagnostics)
        : base(ProblemText.Of("the appraisal has errors", diagnostics)) => Diagnostics = diagnostics;

    /// <summary>Every problem, warnings too, sorted by path, line and column.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
