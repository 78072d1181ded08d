using OptionAppraisal.Reporting.Text;
using Spectre.Console;

namespace OptionAppraisal.Cli;

/// <summary>Paints a report on a terminal. The only place that knows colours; it is loaded only where there is a terminal.</summary>
internal static class Painter
{
    // The report is broken into lines already.
    private const int WidestLine = 10_000;

    public static void Paint(TextReport report, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = WidestLine;
        foreach (var line in report.Lines)
        {
            foreach (var run in line.Runs)
            {
                console.Write(new Text(run.Text, StyleOf(run.Role)));
            }

            output.Write('\n');
        }
    }

    private static Style StyleOf(TextRole role) => role switch
    {
        TextRole.Title => new(decoration: Decoration.Bold),
        TextRole.Heading => new(Color.Aqua, decoration: Decoration.Bold),
        TextRole.Strong => new(decoration: Decoration.Bold),
        TextRole.Good => new(Color.Green),
        TextRole.Bad => new(Color.Red),
        TextRole.Warning => new(Color.Yellow),
        TextRole.Dim => new(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
