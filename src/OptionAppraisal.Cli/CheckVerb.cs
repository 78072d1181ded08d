using System.CommandLine;
using System.Globalization;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.Cli;

/// <summary><c>check FILE...</c>: the errors and warnings of documents.</summary>
internal static class CheckVerb
{
    public static Command Create(IDocumentDoor door, Channels channels)
    {
        var paths = new Argument<string[]>("FILE") { Description = "Documents, or folders of documents.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How problems are given: text or json.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        var root = RootOption.Create();
        var verb = new Command("check", "Check documents: all errors and warnings, with places and what to do.") { paths, format, root };
        verb.SetAction(parsed => parsed.GetValue(format) switch
        {
            "json" => Check(parsed.GetValue(paths)!, parsed.GetValue(root), door, channels, asData: true),
            "text" => Check(parsed.GetValue(paths)!, parsed.GetValue(root), door, channels, asData: false),
            var other => Formats.Refuse(other ?? "", channels, "text", "json"),
        });
        return verb;
    }

    private static int Check(string[] paths, string? root, IDocumentDoor door, Channels channels, bool asData)
    {
        var check = door.Check(paths, root);
        if (asData)
        {
            channels.Output.Write(ProblemsJson.Format(check.Diagnostics));
        }
        else
        {
            channels.Error.Write(DiagnosticPrinter.Print(check.Diagnostics));
            channels.Output.WriteLine(Summary(check));
        }

        return check.HasErrors ? ExitCode.Wrong : ExitCode.Done;
    }

    private static string Summary(CheckResult check)
    {
        var errors = check.Diagnostics.Count(d => d.IsError);
        var warnings = check.Diagnostics.Length - errors;
        var found = (errors, warnings) switch
        {
            (0, 0) => "no problems",
            (0, _) => Count(warnings, "warning"),
            (_, 0) => Count(errors, "error"),
            _ => $"{Count(errors, "error")}, {Count(warnings, "warning")}",
        };
        return $"{Count(check.Paths.Length, "document")} checked: {found}";
    }

    private static string Count(int count, string noun) => $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
