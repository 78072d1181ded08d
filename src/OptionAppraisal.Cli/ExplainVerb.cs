using System.CommandLine;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Results;

namespace OptionAppraisal.Cli;

/// <summary><c>explain CASE --option ID [--criterion ID]</c>: why this score.</summary>
internal static class ExplainVerb
{
    public static Command Create(IDocumentDoor door, Channels channels)
    {
        var casePath = new Argument<string>("CASE") { Description = "The case, a .case.yaml file." };
        var option = new Option<string>("--option") { Description = "The option to explain, by id.", HelpName = "ID", Required = true };
        var criterion = new Option<string?>("--criterion") { Description = "One criterion, by id; otherwise all of them.", HelpName = "ID" };
        var format = new Option<string>("--format") { Description = "How it looks: text or json.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        var output = new Option<string?>("--output", "-o") { Description = "Write the explanation to a file.", HelpName = "FILE" };
        var asOf = DateOption.Create();
        var stage = StageOption.Create();
        var root = RootOption.Create();
        var verb = new Command("explain", "Explain a score: rows, values, sources, what nearly held, and places in the files.") { casePath, option, criterion, format, output, asOf, stage, root };
        verb.SetAction(parsed =>
        {
            var request = new CaseRequest(parsed.GetValue(casePath)!, parsed.GetValue(root), parsed.GetValue(asOf), parsed.GetValue(stage));
            var run = new Run(request, parsed.GetValue(option)!, parsed.GetValue(criterion), parsed.GetValue(format)!, parsed.GetValue(output));
            return run.Format is "text" or "json" ? Explain(run, door, channels) : Formats.Refuse(run.Format, channels, "text", "json");
        });
        return verb;
    }

    private static int Explain(Run run, IDocumentDoor door, Channels channels)
    {
        if (CaseFile.Refuse(run.Case.Path, run.Output, channels))
        {
            return ExitCode.Usage;
        }

        var (result, problems) = door.Appraise(run.Case);
        channels.Error.Write(DiagnosticPrinter.Print(problems));
        if (result is null || !IsKnown(run, result, channels))
        {
            return ExitCode.Wrong;
        }

        try
        {
            var explanation = new Appraiser().Explain(result, run.Option, run.Criterion);
            return run.Format == "json"
                ? ReportOutput.Write(ScoreExplanationJson.Format(explanation), run.Output, channels)
                : ReportOutput.Write(width => ScoreExplanationText.Write(explanation, width), run.Output, channels);
        }
        catch (AppraisalException e)
        {
            channels.Error.Write(DiagnosticPrinter.Print(e.Diagnostics));
            return ExitCode.Wrong;
        }
    }

    private static bool IsKnown(Run run, AppraisalResult result, Channels channels) =>
        IsKnown("option", run.Option, result.Options.Select(o => o.Option.Id), "options", channels)
        && (run.Criterion is null || IsKnown("criterion", run.Criterion, result.Pack.AllCriteria.Select(c => c.Id), "criteria", channels));

    private static bool IsKnown(string kind, string id, IEnumerable<string> known, string kinds, Channels channels)
    {
        var ids = known.ToList();
        if (ids.Contains(id, StringComparer.Ordinal))
        {
            return true;
        }

        channels.Complain($"unknown {kind} `{DiagnosticPrinter.Escape(id)}`", Suggestion.Help(id, ids, kinds));
        return false;
    }

    private sealed record Run(CaseRequest Case, string Option, string? Criterion, string Format, string? Output);
}
