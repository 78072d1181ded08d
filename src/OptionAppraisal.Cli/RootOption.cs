using System.CommandLine;

namespace OptionAppraisal.Cli;

/// <summary><c>--root DIR</c>: the folder that every path of a document stays inside.</summary>
internal static class RootOption
{
    public static Option<string?> Create() => new("--root")
    {
        Description = "The folder that documents may not leave; otherwise the current folder if it holds the file, else the file's own.",
        HelpName = "DIR",
    };
}
