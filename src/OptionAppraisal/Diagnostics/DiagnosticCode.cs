namespace OptionAppraisal.Diagnostics;

/// <summary>A kind of problem: its code, as printed, and what it is about.</summary>
/// <param name="Id">The code, such as <c>OA1203</c>; codes are never reused.</param>
/// <param name="Severity">How serious problems of this kind are.</param>
/// <param name="Title">What is wrong, in a few words, for the reference.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title)
{
    /// <summary>The code.</summary>
    public override string ToString() => Id;
}
