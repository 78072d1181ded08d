using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary>Writes a result to a file, or says why it cannot.</summary>
internal static class ResultFile
{
    public static int Write(string path, string content, Channels channels)
    {
        try
        {
            File.WriteAllText(path, content);
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var (why, help) = Directory.Exists(path) ? ("it is a folder", "name a file in it")
                : e is DirectoryNotFoundException ? ("its folder does not exist", "make the folder, or name another file")
                : e is UnauthorizedAccessException ? ("access is denied", "name a file that you may write")
                : ("the system refused", "look whether the name is a file and the disk has room");
            channels.Complain($"cannot write `{DiagnosticPrinter.Escape(path)}`: {why}", help);
            return ExitCode.Wrong;
        }
    }
}
