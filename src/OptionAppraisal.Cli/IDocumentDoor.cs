using System.Collections.Immutable;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Results;

namespace OptionAppraisal.Cli;

/// <summary>What the commands ask of the library.</summary>
internal interface IDocumentDoor
{
    /// <summary>Reads a case with the rules it names, and appraises it; no result where there are errors.</summary>
    Appraised Appraise(CaseRequest request);

    /// <summary>The documents checked and their problems, sorted; folders stand for the documents below them.</summary>
    CheckResult Check(IReadOnlyList<string> paths, string? root);

    /// <summary>The tests of documents run; folders stand for the documents of tests below them.</summary>
    TestRun Test(IReadOnlyList<string> paths, string? root);
}

/// <summary>A result, or none, and the problems met on the way.</summary>
internal sealed record Appraised(AppraisalResult? Result, ImmutableArray<Diagnostic> Problems);
