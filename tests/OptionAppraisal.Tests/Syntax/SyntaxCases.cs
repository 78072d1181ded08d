using OptionAppraisal.Diagnostics;
using OptionAppraisal.Syntax.Yaml;
using Xunit;

namespace OptionAppraisal.Tests.Syntax;

/// <summary>Files of cases, one a line: `text => wanted`; lines that start with `# ` are passed over. `⏎` stands for a line feed, `→` for a tab.</summary>
internal static class SyntaxCases
{
    public static TheoryData<string> Read(string name)
    {
        var data = new TheoryData<string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Syntax", name)))
        {
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                data.Add(line);
            }
        }

        return data;
    }

    public static (string Text, string Wanted) Split(string line)
    {
        var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
        return (Visible(line[..arrow].TrimEnd()), line[(arrow + 4)..].Trim());
    }

    public static string Visible(string text) => text.Replace('⏎', '\n').Replace('→', '\t');

    /// <summary>The codes and places of what was found, in order.</summary>
    public static string Problems(DiagnosticBag bag) => string.Join(' ', bag.ToSorted().Select(d => $"{d.Code.Id}@{d.Span.Start}"));

    /// <summary>A scalar that stands in a file by itself, without quotes.</summary>
    public static ScalarNode Scalar(string text)
    {
        var source = new SourceText("test", text);
        return new ScalarNode(text, ScalarStyle.Plain, [.. Enumerable.Range(0, text.Length + 1)], source.Span(0, text.Length));
    }
}
