namespace OptionAppraisal.Cli;

/// <summary>What is asked of a case.</summary>
/// <param name="Path">The file.</param>
/// <param name="Root">The folder that documents may not leave, or null.</param>
/// <param name="AsOf">The day of the appraisal; null for that of the case.</param>
/// <param name="StageId">The stage whose result is wanted; null for the last one reached.</param>
internal sealed record CaseRequest(string Path, string? Root, DateOnly? AsOf, string? StageId);
