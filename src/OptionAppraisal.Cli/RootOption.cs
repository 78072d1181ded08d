using System.CommandLine;

namespace OptionAppraisal.Cli;

/// <summary><c>--root DIR</c>: the folder that every path of a document stays inside.</summary>
internal static class RootOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--root")
        {
            Description = "The folder that documents may not leave; otherwise the current folder if it holds the file, else the file's own.",
            HelpName = "DIR",
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var folder }] && !Directory.Exists(folder))
            {
                result.AddError($"there is no folder `{folder}` for `--root`");
            }
        });
        return option;
    }
}
