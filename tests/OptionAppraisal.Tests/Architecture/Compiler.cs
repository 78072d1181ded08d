using System.Diagnostics;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>The compiler of the SDK itself, so that what it compiles is held to the language version of the library.</summary>
internal static class Compiler
{
    public static string DotnetPath { get; } = Path.Combine(DotnetRoot(), OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    /// <summary>Compiles a program, or a library where it has public types, to <c>Block.dll</c> in a folder; gives what the compiler complains of.</summary>
    public static string Compile(string code, string folder)
    {
        var source = Path.Combine(folder, "Block.cs");
        File.WriteAllText(source, code);
        List<string> arguments =
        [
            "-nologo", "-nullable:enable", "-langversion:14.0", "-warnaserror+", "-nowarn:CS1701,CS1702",
            code.Contains("\npublic ", StringComparison.Ordinal) ? "-target:library" : "-target:exe",
            $"-out:{Path.Combine(folder, "Block.dll")}", source, .. References().Select(r => $"-reference:{r}"),
        ];
        var response = Path.Combine(folder, "arguments.rsp");
        File.WriteAllLines(response, arguments.Select(a => $"\"{a}\""));
        var start = new ProcessStartInfo(DotnetPath, ["exec", CompilerPath(), "-noconfig", $"@{response}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : output;
    }

    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("xunit", StringComparison.Ordinal))
            .Concat(AspNetReferences());

    private static IEnumerable<string> AspNetReferences()
    {
        var version = Newest(Path.Combine(DotnetRoot(), "shared", "Microsoft.AspNetCore.App"));
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => Path.GetFileName(p)).ToHashSet(StringComparer.Ordinal);
        return Directory.GetFiles(version, "Microsoft.*.dll").Where(f => !known.Contains(Path.GetFileName(f)));
    }

    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static string CompilerPath() => Path.Combine(Newest(Path.Combine(DotnetRoot(), "sdk")), "Roslyn", "bincore", "csc.dll");

    // The folder of the newest version 10: other versions of the SDK may be installed beside it.
    private static string Newest(string folder) =>
        Directory.GetDirectories(folder, "10.*").MaxBy(d => Version.Parse(Path.GetFileName(d).Split('-')[0]))
            ?? throw new InvalidOperationException($"there is no version 10 in {folder}");
}
