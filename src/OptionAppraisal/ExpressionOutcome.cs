using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;

namespace OptionAppraisal;

/// <summary>What a single expression came to: a value, or the problems that prevented one.</summary>
/// <param name="Value">The value, which may itself be not known; null where there are errors.</param>
/// <param name="Diagnostics">The problems, sorted by place; empty where there are none.</param>
public sealed record ExpressionOutcome(Value? Value, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Whether there is a value, known or not.</summary>
    public bool Succeeded => Value is not null;
}
