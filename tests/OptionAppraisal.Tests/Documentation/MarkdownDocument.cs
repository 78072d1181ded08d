using System.Text;
using OptionAppraisal.Tests.Architecture;
using Shouldly;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>A Markdown file of the checkout: its code blocks, its tables, and the parts of it that are generated.</summary>
internal static class MarkdownDocument
{
    /// <summary>The code blocks of a language, in order.</summary>
    public static IEnumerable<string> CodeBlocks(string path, string language)
    {
        var block = new StringBuilder();
        string? open = null;
        foreach (var line in File.ReadAllLines(Repository.PathOf(path)))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal))
            {
                block.Append(line).Append('\n');
                continue;
            }

            if (open is not null && open == language)
            {
                yield return block.ToString();
            }

            open = open is null ? line[3..].Trim() : null;
            block.Clear();
        }
    }

    /// <summary>The cells of the rows of the table that has these heads.</summary>
    public static IEnumerable<string[]> TableRows(string path, params string[] heads)
    {
        var lines = File.ReadAllLines(Repository.PathOf(path)).Select(Cells).ToList();
        var at = lines.FindIndex(c => c.SequenceEqual(heads, StringComparer.Ordinal));
        at.ShouldBeGreaterThanOrEqualTo(0, $"{path} has no table of {string.Join(", ", heads)}");
        return lines.Skip(at + 2).TakeWhile(c => c.Length > 0);
    }

    /// <summary>Compares a generated part with what the code gives; with OPTION_APPRAISAL_APPROVE set, writes it instead.</summary>
    public static void CheckGenerated(string path, string name, string text)
    {
        var file = Repository.PathOf(path);
        var whole = File.ReadAllText(file).ReplaceLineEndings("\n");
        var (start, end) = ($"<!-- generated: {name} -->\n", "<!-- /generated -->");
        var from = whole.IndexOf(start, StringComparison.Ordinal) + start.Length;
        from.ShouldBeGreaterThanOrEqualTo(start.Length, $"{path} has no part `{name}`");
        var to = whole.IndexOf(end, from, StringComparison.Ordinal);
        to.ShouldBeGreaterThanOrEqualTo(from);
        if (Environment.GetEnvironmentVariable("OPTION_APPRAISAL_APPROVE") is { Length: > 0 })
        {
            File.WriteAllText(file, whole[..from] + text + whole[to..], new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        whole[from..to].ShouldBe(text, $"the part `{name}` of {path} is not what the code has: run the tests with OPTION_APPRAISAL_APPROVE=1");
    }

    private static string[] Cells(string line) => line.StartsWith("| ", StringComparison.Ordinal) ? [.. line.TrimEnd()[1..^1].Split('|').Select(c => c.Trim())] : [];
}
