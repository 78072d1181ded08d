using System.CommandLine;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Reporting.Csv;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;

namespace OptionAppraisal.Cli;

/// <summary><c>appraise CASE</c>: the main job.</summary>
internal static class AppraiseVerb
{
    public static Command Create(IDocumentDoor door, Channels channels)
    {
        var casePath = new Argument<string>("CASE") { Description = "The case to appraise, a .case.yaml file." };
        var format = new Option<string>("--format") { Description = "How the result looks: text, markdown, json or csv.", HelpName = "text|markdown|json|csv", DefaultValueFactory = _ => "text" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the result to a file.", HelpName = "FILE" };
        var root = RootOption.Create();
        var asOf = DateOption.Create();
        var stage = StageOption.Create();
        var verb = new Command("appraise", "Appraise a case: ranking, reasons, sources, and what is not known.") { casePath, format, output, asOf, stage, root };
        verb.SetAction(parsed =>
        {
            var request = new CaseRequest(parsed.GetValue(casePath)!, parsed.GetValue(root), parsed.GetValue(asOf), parsed.GetValue(stage));
            var run = new Run(request, parsed.GetValue(format)!, parsed.GetValue(output));
            return run.Format switch
            {
                "text" or "markdown" or "json" or "csv" => Appraise(run, door, channels),
                "html" => LaterVerbs.Refuse($"format `{run.Format}`", channels),
                _ => Formats.Refuse(run.Format, channels, "text", "markdown", "json", "csv"),
            };
        });
        return verb;
    }

    private static int Appraise(Run run, IDocumentDoor door, Channels channels)
    {
        if (CaseFile.Refuse(run.Case.Path, run.Output, channels))
        {
            return ExitCode.Usage;
        }

        var (result, problems) = door.Appraise(run.Case);
        channels.Error.Write(DiagnosticPrinter.Print(problems));
        if (result is null)
        {
            return ExitCode.Wrong;
        }

        return run.Format switch
        {
            "json" => ReportOutput.Write(AppraisalJson.Format(result), run.Output, channels),
            "markdown" => ReportOutput.Write(AppraisalMarkdown.Write(result), run.Output, channels),
            "csv" => ReportOutput.Write(AppraisalCsv.Write(result), run.Output, channels),
            _ => ReportOutput.Write(width => AppraisalText.Write(result, width), run.Output, channels),
        };
    }

    private sealed record Run(CaseRequest Case, string Format, string? Output);
}
