using Xunit;

namespace OptionAppraisal.Tests.Binding.Expressions;

/// <summary>Files of cases, one a line: `scope; text => wanted`. Empty lines and lines that start with `# ` are passed over.</summary>
internal static class CaseFile
{
    public static IEnumerable<string> Lines(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Binding", "Expressions", name))
            .Where(l => l.Length > 0 && !l.StartsWith("# ", StringComparison.Ordinal));

    public static TheoryData<string> Read(string name) => [.. Lines(name)];

    public static (string Scope, string Text, string Wanted) Split(string line)
    {
        var arrow = line.LastIndexOf(" => ", StringComparison.Ordinal);
        var scope = line.IndexOf(';', StringComparison.Ordinal);
        return (line[..scope].Trim(), line[(scope + 1)..arrow].Trim(), line[(arrow + 4)..].Trim());
    }
}
