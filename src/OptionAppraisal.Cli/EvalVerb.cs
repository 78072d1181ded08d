using System.Collections.Immutable;
using System.CommandLine;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.Cli;

/// <summary><c>eval [EXPRESSION]</c>: one expression, or one a line of standard input.</summary>
internal static class EvalVerb
{
    public static Command Create(Channels channels)
    {
        var expression = new Argument<string?>("EXPRESSION") { Description = "The expression to evaluate.", Arity = ArgumentArity.ZeroOrOne };
        var input = new Option<string?>("--input") { Description = "The values that it names, a JSON object; a date is {\"date\": \"2002-04-01\"}.", HelpName = "JSON" };
        var lines = new Option<bool>("--json-lines") { Description = "Answer each line of standard input: {\"expression\": ..., \"inputs\": {...}}." };
        var verb = new Command("eval", "Evaluate an expression of the rule language; the value is given as JSON.") { expression, input, lines };
        verb.SetAction(parsed => (parsed.GetValue(expression), parsed.GetValue(lines)) switch
        {
            (null, true) when parsed.GetValue(input) is null => EvalLines.Answer(channels),
            ({ } text, false) => Evaluate(text, parsed.GetValue(input), channels),
            (null, false) => Refuse("there is no expression", channels),
            _ => Refuse("`--json-lines` takes expressions and their inputs from standard input", channels),
        });
        return verb;
    }

    private static int Evaluate(string expression, string? input, Channels channels)
    {
        var bag = new DiagnosticBag();
        var inputs = input is null ? ImmutableDictionary<string, Value>.Empty : EvalRequest.ReadInputs(input, bag);
        var (value, problems) = bag.HasErrors ? new(null, bag.ToSorted()) : ExpressionEvaluator.TryEvaluate(expression, inputs);
        channels.Error.Write(DiagnosticPrinter.Print(problems));
        if (value is not { } known)
        {
            return ExitCode.Wrong;
        }

        channels.Output.WriteLine(ValueJson.Format(known));
        return ExitCode.Done;
    }

    private static int Refuse(string message, Channels channels)
    {
        channels.Complain(message, "write `option-appraisal eval '1 + 1'`, or give lines to `option-appraisal eval --json-lines`");
        return ExitCode.Usage;
    }
}
