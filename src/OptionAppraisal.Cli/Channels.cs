using System.Text;

namespace OptionAppraisal.Cli;

/// <summary>Where a command reads and writes: standard input, output and error, UTF-8 without byte order mark, LF.</summary>
/// <remarks>Output is held until it is delivered, whole: a run that fails inside leaves no half of a result.</remarks>
internal sealed class Channels : IDisposable
{
    private const int WidestReport = 120;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Stream _output;
    private readonly MemoryStream _held = new();

    public Channels(Stream output, Stream error, int? terminalWidth = null, bool colours = false, Stream? input = null)
    {
        _output = output;
        Input = input ?? Stream.Null;
        Output = new(_held, Utf8) { NewLine = "\n" };
        Error = new(error, Utf8) { NewLine = "\n", AutoFlush = true };
        TerminalWidth = terminalWidth;
        Colours = colours;
    }

    public Stream Input { get; }

    public StreamWriter Output { get; }

    public StreamWriter Error { get; }

    /// <summary>The columns of the terminal that output goes to; null where it goes elsewhere.</summary>
    public int? TerminalWidth { get; }

    /// <summary>Whether output may be painted.</summary>
    public bool Colours { get; }

    public static Channels OfProcess()
    {
        var (output, error, input) = (Console.OpenStandardOutput(), Console.OpenStandardError(), Console.OpenStandardInput());
        if (Console.IsOutputRedirected)
        {
            return new(output, error, input: input);
        }

        var plain = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new(output, error, Width(), !plain, input);
    }

    /// <summary>A usage error or the like: what is wrong, and what to do next.</summary>
    public void Complain(string message, string? help = null)
    {
        Error.WriteLine($"error: {message}");
        if (help is not null)
        {
            Error.WriteLine($"help: {help}");
        }
    }

    /// <summary>Hands over what was written.</summary>
    /// <returns>Whether it could be; a reader that went away is no failure, and the runtime is quiet about it.</returns>
    public bool TryDeliver()
    {
        Output.Flush();
        try
        {
            _output.Write(_held.GetBuffer(), 0, (int)_held.Length);
            _output.Flush();
            _held.SetLength(0);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        Output.Dispose();
        Error.Dispose();
        _held.Dispose();
        _output.Dispose();
        Input.Dispose();
    }

    private static int? Width()
    {
        var width = Console.WindowWidth;
        return width > 0 ? Math.Min(width, WidestReport) : null;
    }
}
