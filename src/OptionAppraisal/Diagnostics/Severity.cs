namespace OptionAppraisal.Diagnostics;

/// <summary>How serious a problem is.</summary>
public enum Severity
{
    /// <summary>Worth a look; the documents work as they are.</summary>
    Warning,

    /// <summary>Wrong; no result is given.</summary>
    Error,
}
