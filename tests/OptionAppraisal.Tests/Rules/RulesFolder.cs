using OptionAppraisal.Tests.Architecture;

namespace OptionAppraisal.Tests.Rules;

/// <summary>The rules of this repository, with the root from which their packs use each other.</summary>
internal static class RulesFolder
{
    public static string Path { get; } = Repository.PathOf("rules");

    public static LoadOptions Options { get; } = new() { Root = Path };

    /// <summary>The files below the folder with an ending, in order.</summary>
    public static IEnumerable<string> Files(string ending) =>
        Directory.EnumerateFiles(Path, "*" + ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>The path of a file as documents write it.</summary>
    public static string Relative(string file) => System.IO.Path.GetRelativePath(Path, file).Replace('\\', '/');
}
