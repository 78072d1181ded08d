namespace OptionAppraisal.Cli;

/// <summary>What is wrong with a command line before its case is read.</summary>
internal static class CaseFile
{
    /// <summary>Complains of a case without a path, and of a result that would overwrite it.</summary>
    public static bool Refuse(string casePath, string? output, Channels channels)
    {
        if (string.IsNullOrWhiteSpace(casePath))
        {
            channels.Complain("an empty path names no case", "name a `.case.yaml` file");
            return true;
        }

        if (output is { Length: > 0 } && string.Equals(Path.GetFullPath(output), Path.GetFullPath(casePath), StringComparison.Ordinal))
        {
            channels.Complain("the result would overwrite the case", "give `-o` another file");
            return true;
        }

        return false;
    }
}
