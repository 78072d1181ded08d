using OptionAppraisal.Reporting.Text;

namespace OptionAppraisal.Cli;

/// <summary>Where a result goes: a file, a terminal with its width and colours, or the next program.</summary>
internal static class ReportOutput
{
    public static int Write(string content, string? file, Channels channels)
    {
        if (file is not null)
        {
            return ResultFile.Write(file, content, channels);
        }

        channels.Output.Write(content);
        return ExitCode.Done;
    }

    public static int Write(Func<int, TextReport> write, string? file, Channels channels)
    {
        if (file is not null || channels.TerminalWidth is not { } width)
        {
            return Write(write(AppraisalText.DefaultWidth).ToString(), file, channels);
        }

        var report = write(width);
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
}
