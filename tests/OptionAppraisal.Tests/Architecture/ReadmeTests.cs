using System.Diagnostics;
using System.Text;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>The README is true: its commands stand where readers look, and its code compiles as it is.</summary>
public sealed class ReadmeTests
{
    [Theory]
    [InlineData("dotnet run --project src/OptionAppraisal.Cli -- appraise rules/hartlepool/hartlepool.case.yaml")]
    [InlineData("dotnet test")]
    public void A_command_stands_on_a_line_of_its_own_in_a_code_block(string command)
    {
        CodeBlocks("sh").Concat(CodeBlocks("")).SelectMany(b => b.Split('\n')).ShouldContain(command);
    }

    [Fact]
    public void Every_C_sharp_block_compiles_against_the_library()
    {
        var blocks = CodeBlocks("csharp").ToList();
        blocks.ShouldNotBeEmpty();
        for (var i = 0; i < blocks.Count; i++)
        {
            Compile(blocks[i]).ShouldBe("", $"block {i + 1}:\n{blocks[i]}");
        }
    }

    [Fact]
    public void A_block_that_does_not_compile_is_told()
    {
        Compile("System.Console.WriteLine(OptionAppraisal.NoSuchThing.X);").ShouldContain("NoSuchThing");
    }

    private static IEnumerable<string> CodeBlocks(string language)
    {
        var block = new StringBuilder();
        string? open = null;
        foreach (var line in File.ReadAllLines(Repository.PathOf("README.md")))
        {
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                if (open is null)
                {
                    open = line[3..].Trim();
                    block.Clear();
                }
                else
                {
                    if (open == language)
                    {
                        yield return block.ToString();
                    }

                    open = null;
                }
            }
            else if (open is not null)
            {
                block.Append(line).Append('\n');
            }
        }
    }

    // The compiler of the SDK itself, so that the README is held to the language version of the library.
    private static string Compile(string code)
    {
        var folder = Directory.CreateTempSubdirectory("readme");
        try
        {
            var source = Path.Combine(folder.FullName, "Block.cs");
            File.WriteAllText(source, code);
            var arguments = new List<string>
            {
                "exec", CompilerPath(), "-nologo", "-nullable:enable", "-langversion:14.0", "-warnaserror+", "-nowarn:CS1701,CS1702",
                code.Contains("namespace ", StringComparison.Ordinal) ? "-target:library" : "-target:exe",
                $"-out:{Path.Combine(folder.FullName, "Block.dll")}", source,
            };
            arguments.AddRange(References().Select(r => $"-reference:{r}"));
            var response = Path.Combine(folder.FullName, "arguments.rsp");
            File.WriteAllLines(response, arguments.Skip(2).Select(a => $"\"{a}\""));
            var start = new ProcessStartInfo(DotnetPath(), [arguments[0], arguments[1], "-noconfig", $"@{response}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder.FullName,
            };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? "" : output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !Path.GetFileName(p).StartsWith("xunit", StringComparison.Ordinal))
            .Concat(AspNetReferences());

    private static IEnumerable<string> AspNetReferences()
    {
        var shared = Path.Combine(DotnetRoot(), "shared", "Microsoft.AspNetCore.App");
        var version = Directory.GetDirectories(shared).Where(d => Path.GetFileName(d).StartsWith("10.", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Last();
        var known = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(p => Path.GetFileName(p)).ToHashSet(StringComparer.Ordinal);
        return Directory.GetFiles(version, "Microsoft.*.dll").Where(f => !known.Contains(Path.GetFileName(f)));
    }

    private static string DotnetRoot() => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));

    private static string DotnetPath() => Path.Combine(DotnetRoot(), OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");

    private static string CompilerPath() =>
        Directory.GetDirectories(Path.Combine(DotnetRoot(), "sdk"))
            .Select(d => Path.Combine(d, "Roslyn", "bincore", "csc.dll")).Where(File.Exists).Order(StringComparer.Ordinal).Last();
}
