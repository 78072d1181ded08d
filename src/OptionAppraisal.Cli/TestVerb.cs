using System.CommandLine;
using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary><c>test FILE...</c>: runs the tests of rule packs.</summary>
internal static class TestVerb
{
    // Published, and still to come.
    private static readonly string[] LaterOptions = ["--coverage", "--mutate", "--suggest"];

    public static Command Create(IDocumentDoor door, Channels channels)
    {
        var paths = new Argument<string[]>("FILE") { Description = "Documents of tests, .tests.yaml files, or folders of them.", Arity = ArgumentArity.OneOrMore };
        var format = new Option<string>("--format") { Description = "How the outcome is given: text or json.", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        var root = RootOption.Create();
        List<Option<bool>> later = [.. LaterOptions.Select(n => new Option<bool>(n) { Hidden = true })];
        var verb = new Command("test", "Run the tests of rule packs: what differs from what is expected, and why.") { paths, format, root };
        foreach (var option in later)
        {
            verb.Add(option);
        }

        verb.SetAction(parsed =>
        {
            if (later.Find(parsed.GetValue) is { } asked)
            {
                return LaterVerbs.Refuse($"`{asked.Name}`", channels);
            }

            return parsed.GetValue(format) switch
            {
                "json" => Run(parsed.GetValue(paths)!, parsed.GetValue(root), door, channels, TestReportJson.Format),
                "text" => Run(parsed.GetValue(paths)!, parsed.GetValue(root), door, channels, TestReportText.Write),
                var other => Formats.Refuse(other ?? "", channels, "text", "json"),
            };
        });
        return verb;
    }

    private static int Run(string[] paths, string? root, IDocumentDoor door, Channels channels, Func<TestReport, string> write)
    {
        var run = door.Test(paths, root);
        channels.Error.Write(DiagnosticPrinter.Print(run.Diagnostics));
        channels.Output.Write(write(run.Report));
        return run.Passed ? ExitCode.Done : ExitCode.Wrong;
    }
}
