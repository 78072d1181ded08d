using System.CommandLine;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;

namespace OptionAppraisal.Cli;

/// <summary><c>appraise CASE</c>: the main job.</summary>
internal static class AppraiseVerb
{
    public static Command Create(IDocumentDoor door, Channels channels)
    {
        var casePath = new Argument<string>("CASE") { Description = "The case to appraise, a .case.yaml file." };
        var format = new Option<string>("--format") { Description = "How the result looks: text or json.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the result to a file.", HelpName = "FILE" };
        var root = RootOption.Create();
        var asOf = new Option<string?>("--as-of") { Hidden = true };
        var stage = new Option<string?>("--stage") { Hidden = true };
        var verb = new Command("appraise", "Appraise a case: ranking, reasons, sources, and what is not known.") { casePath, format, output, root, asOf, stage };
        verb.SetAction(parsed =>
        {
            foreach (var (later, name) in new[] { (asOf, "--as-of"), (stage, "--stage") })
            {
                if (parsed.GetResult(later) is not null)
                {
                    return LaterVerbs.Refuse($"`{name}`", channels);
                }
            }

            var run = new Run(parsed.GetValue(casePath)!, parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(root));
            return run.Format switch
            {
                "text" or "json" => Appraise(run, door, channels),
                "markdown" or "csv" or "html" => LaterVerbs.Refuse($"format `{run.Format}`", channels),
                _ => Formats.Refuse(run.Format, channels),
            };
        });
        return verb;
    }

    private static int Appraise(Run run, IDocumentDoor door, Channels channels)
    {
        if (string.IsNullOrWhiteSpace(run.CasePath))
        {
            channels.Complain("an empty path names no case", "name a `.case.yaml` file");
            return ExitCode.Usage;
        }

        if (run.Output is { } file && SamePath(file, run.CasePath))
        {
            channels.Complain("the result would overwrite the case", "give `-o` another file");
            return ExitCode.Usage;
        }

        var (result, problems) = door.Appraise(run.CasePath, run.Root);
        channels.Error.Write(DiagnosticPrinter.Print(problems));
        if (result is null)
        {
            return ExitCode.Wrong;
        }

        return run.Output is { } path
            ? ResultFile.Write(path, Content(result, run.Format), channels)
            : Show(result, run.Format, channels);
    }

    private static int Show(AppraisalResult result, string format, Channels channels)
    {
        if (format == "text" && channels.TerminalWidth is { } width)
        {
            var report = AppraisalText.Write(result, width);
            if (channels.Colours)
            {
                Painter.Paint(report, channels.Output);
            }
            else
            {
                channels.Output.Write(report.ToString());
            }

            return ExitCode.Done;
        }

        channels.Output.Write(Content(result, format));
        return ExitCode.Done;
    }

    private static string Content(AppraisalResult result, string format) =>
        format == "json" ? AppraisalJson.Format(result) : AppraisalText.Write(result).ToString();

    private static bool SamePath(string a, string b) =>
        a.Length > 0 && b.Length > 0 && string.Equals(Path.GetFullPath(a), Path.GetFullPath(b), StringComparison.Ordinal);

    private sealed record Run(string CasePath, string Format, string? Output, string? Root);
}
