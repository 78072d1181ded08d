using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Plans;

/// <summary>The exception by which an engine reports an error at run time, such as an overflow, at a place of a document.</summary>
public sealed class JudgingException : Exception
{
    /// <summary>An error.</summary>
    public JudgingException(Diagnostic diagnostic)
        : base(diagnostic?.ToString())
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Diagnostic = diagnostic;
    }

    /// <summary>The error.</summary>
    public Diagnostic Diagnostic { get; }
}
