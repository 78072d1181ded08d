using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Reporting.Json;

namespace OptionAppraisal.Cli;

/// <summary><c>eval --json-lines</c>: a line of JSON for each line of standard input that is not empty, in order.</summary>
/// <remarks>What was asked so far is answered before more is waited for, so that a program can converse.</remarks>
internal static class EvalLines
{
    private const int LongestLine = 1024 * 1024;

    public static int Answer(Channels channels)
    {
        using var reader = new LineReader(channels.Input, LongestLine);
        while (reader.TryRead(out var line, out var isWhole))
        {
            if (line.Span.IndexOfAnyExcept(" \t\r"u8) >= 0)
            {
                Answer(line, isWhole, channels);
            }

            if (!reader.HasMore && !channels.TryDeliver())
            {
                break;
            }
        }

        return ExitCode.Done;
    }

    private static void Answer(ReadOnlyMemory<byte> line, bool isWhole, Channels channels)
    {
        var bag = new DiagnosticBag();
        Value? value = null;
        if (!isWhole)
        {
            bag.Add(InputCodes.NotARequest, default, "the line has more than 1 MiB", "give shorter lines");
        }
        else if (EvalRequest.Read(line, bag) is { } request)
        {
            (value, var problems) = ExpressionEvaluator.TryEvaluate(request.Expression, request.Inputs);
            bag.AddRange(problems);
        }

        channels.Output.WriteLine(ValueJson.FormatAnswer(value, bag.ToSorted()));
    }
}
