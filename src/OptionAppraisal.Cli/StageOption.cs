using System.CommandLine;

namespace OptionAppraisal.Cli;

/// <summary><c>--stage ID</c>: a stage that was reached, in place of the last.</summary>
internal static class StageOption
{
    public static Option<string?> Create()
    {
        var option = new Option<string?>("--stage") { Description = "The result of a stage that was reached; otherwise that of the last one.", HelpName = "ID" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var stage }] && string.IsNullOrWhiteSpace(stage))
            {
                result.AddError("an empty id names no stage: write `--stage` with the id of one");
            }
        });
        return option;
    }
}
