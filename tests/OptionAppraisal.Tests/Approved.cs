using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace OptionAppraisal.Tests;

/// <summary>Compares a text with the approved one; with OPTION_APPRAISAL_APPROVE set, it approves the text instead.</summary>
internal static class Approved
{
    public static void Check(string text, string name, [CallerFilePath] string callerPath = "")
    {
        var folder = Path.Combine(TestsFolder(callerPath), "approved");
        var path = Path.Combine(folder, name + ".txt");
        if (Environment.GetEnvironmentVariable("OPTION_APPRAISAL_APPROVE") is { Length: > 0 })
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        if (!File.Exists(path))
        {
            Assert.Fail($"There is no approved/{name}.txt yet: read the text, then run with OPTION_APPRAISAL_APPROVE=1.\n\n{text}");
        }

        var approved = File.ReadAllText(path);
        if (!string.Equals(text, approved, StringComparison.Ordinal))
        {
            Assert.Fail(Difference(text, approved, name));
        }
    }

    private static string Difference(string text, string approved, string name)
    {
        var (actual, expected) = (text.Split('\n'), approved.Split('\n'));
        var line = 0;
        while (line < actual.Length && line < expected.Length && string.Equals(actual[line], expected[line], StringComparison.Ordinal))
        {
            line++;
        }

        static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(the text ends here)";
        return $"approved/{name}.txt differs first at line {line + 1}:\n  approved: {At(expected, line)}\n  received: {At(actual, line)}\nTo approve the new text, run with OPTION_APPRAISAL_APPROVE=1.";
    }

    // The folder of this project: where this file is.
    private static string TestsFolder(string callerPath)
    {
        var folder = Path.GetDirectoryName(callerPath);
        while (folder is not null && !File.Exists(Path.Combine(folder, "OptionAppraisal.Tests.csproj")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException("the test project is not where it was built");
    }
}
