using System.CommandLine;
using OptionAppraisal.Diagnostics;

namespace OptionAppraisal.Cli;

/// <summary>The command line: which verbs there are, and how a run ends.</summary>
internal static class CommandLine
{
    public static int Run(IReadOnlyList<string> arguments, IDocumentDoor door, Channels channels)
    {
        try
        {
            var code = Dispatch(arguments, door, channels);
            if (channels.TryDeliver())
            {
                return code;
            }

            channels.Complain("standard output cannot be written to", "look whether the disk has room, or write to a file with `-o`");
            return ExitCode.Wrong;
        }
#pragma warning disable CA1031 // The last door: a stack trace is of no use to people, and no exception may leave.
        catch (Exception e)
#pragma warning restore CA1031
        {
            channels.Complain($"internal error ({e.GetType().Name}): this is a fault of the program and not of your documents; please report it with them");
            return ExitCode.Internal;
        }
    }

    private static int Dispatch(IReadOnlyList<string> arguments, IDocumentDoor door, Channels channels)
    {
        var root = new RootCommand("Appraises options by readable rules: who wins, why, and what it rests on.")
        {
            AppraiseVerb.Create(door, channels),
            ExplainVerb.Create(door, channels),
            CheckVerb.Create(door, channels),
            TestVerb.Create(door, channels),
            EvalVerb.Create(channels),
        };
        root.Directives.Clear();
        if (arguments is [var first, ..] && LaterVerbs.Names.Contains(first, StringComparer.Ordinal))
        {
            return LaterVerbs.Refuse($"`{first}`", channels);
        }

        if (arguments.Count == 0)
        {
            root.Parse(["--help"]).Invoke(new() { Output = channels.Error, Error = channels.Error });
            return ExitCode.Usage;
        }

        // An argument that starts with `@` is a name like any other, not a file of arguments.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is null or System.CommandLine.Invocation.ParseErrorAction)
        {
            return Refuse(arguments, parsed, root, channels);
        }

        return parsed.Invoke(new() { Output = channels.Output, Error = channels.Error, EnableDefaultExceptionHandler = false });
    }

    private static int Refuse(IReadOnlyList<string> arguments, ParseResult parsed, RootCommand root, Channels channels)
    {
        if (parsed.CommandResult.Command == root && !arguments[0].StartsWith('-'))
        {
            channels.Complain($"unknown command `{DiagnosticPrinter.Escape(arguments[0])}`", Suggestion.Help(arguments[0], root.Subcommands.Select(c => c.Name), "commands"));
            return ExitCode.Usage;
        }

        foreach (var error in parsed.Errors)
        {
            channels.Complain(DiagnosticPrinter.Escape(error.Message));
        }

        var verb = parsed.CommandResult.Command == root ? "" : parsed.CommandResult.Command.Name + " ";
        channels.Error.WriteLine($"help: `option-appraisal {verb}--help` shows what can be written");
        return ExitCode.Usage;
    }
}
