namespace OptionAppraisal.Cli;

/// <summary>What a run ends with, as published.</summary>
internal static class ExitCode
{
    /// <summary>Done; also where nobody is eligible.</summary>
    public const int Done = 0;

    /// <summary>The documents are wrong, or a file could not be written; no result is given.</summary>
    public const int Wrong = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>An internal error.</summary>
    public const int Internal = 3;
}
