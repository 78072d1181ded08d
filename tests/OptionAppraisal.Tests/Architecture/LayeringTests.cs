using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Architecture;

/// <summary>The house: which folder of the library may import which. This table is the documentation of the layers.</summary>
public sealed partial class LayeringTests
{
    internal static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Diagnostics"] = [],
        ["Facts"] = ["Diagnostics"],
        ["Packs"] = ["Facts", "Diagnostics"],
        ["Syntax"] = ["Diagnostics"],
        ["Binding"] = ["Syntax", "Packs", "Facts", "Diagnostics"],
        ["Plans"] = ["Packs", "Facts", "Diagnostics"],
        ["Results"] = ["Packs", "Facts", "Diagnostics"],
        ["Evaluation"] = ["Plans", "Results", "Packs", "Facts", "Diagnostics"],
        ["Analysis"] = ["Evaluation", "Plans", "Results", "Packs", "Facts", "Diagnostics"],
        ["Reporting"] = ["Analysis", "Results", "Packs", "Facts", "Diagnostics"],
        ["Authoring"] = ["Reporting", "Analysis", "Evaluation", "Plans", "Results", "Binding", "Syntax", "Packs", "Facts", "Diagnostics"],
    };

    [Fact]
    public void Every_folder_imports_only_what_the_table_allows()
    {
        Violations(LibraryFiles()).ShouldBeEmpty();
    }

    [Fact]
    public void Every_folder_of_the_library_has_its_row_in_the_table()
    {
        LibraryFiles().Select(f => f.Folder).Where(f => f.Length > 0).Distinct().ShouldBeSubsetOf(Allowed.Keys);
    }

    [Fact]
    public void A_forbidden_import_is_named_with_its_pair()
    {
        Violations([("Facts", "Facts/Wrong.cs", "using OptionAppraisal.Packs;\nnamespace OptionAppraisal.Facts;\n")])
            .ShouldBe(["Facts may not import Packs: Facts/Wrong.cs"]);
    }

    [Fact]
    public void Compiled_code_refers_only_to_what_the_table_allows()
    {
        Repository.Library.GetTypes().SelectMany(t => ForbiddenReferences(t, FolderOf(t))).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void A_reference_that_no_import_shows_is_named_with_its_pair()
    {
        ForbiddenReferences(typeof(AppraisalCaseBuilder), "Facts").ShouldContain("Facts may not refer to the root: AppraisalCaseBuilder uses CaseFacts");
    }

    [Fact]
    public void Only_the_syntax_sees_the_YAML_parser()
    {
        LibraryFiles().Where(f => f.Folder != "Syntax" && f.Code.Contains("YamlDotNet", StringComparison.Ordinal)).Select(f => f.Path).ShouldBeEmpty();
    }

    [Fact]
    public void The_library_never_touches_the_console_the_clock_or_randomness()
    {
        LibraryFiles().Where(f => Forbidden().IsMatch(f.Code)).Select(f => $"{f.Path}: {Forbidden().Match(f.Code).Value}").ShouldBeEmpty();
    }

    [Fact]
    public void Files_are_read_through_one_door()
    {
        LibraryFiles().Where(f => FileAccess().IsMatch(f.Code)).Select(f => f.Path).ShouldBe(["FileStore.cs"]);
    }

    [Fact]
    public void No_drawer_is_named_after_nothing()
    {
        Repository.SourceFiles("src").Select(f => Path.GetFileNameWithoutExtension(f))
            .Where(n => n.EndsWith("Utils", StringComparison.Ordinal) || n.EndsWith("Helper", StringComparison.Ordinal)
                || n.EndsWith("Helpers", StringComparison.Ordinal) || n.EndsWith("Manager", StringComparison.Ordinal) || n.EndsWith("Common", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Violations(IEnumerable<(string Folder, string Path, string Code)> files)
    {
        foreach (var (folder, path, code) in files)
        {
            if (folder.Length == 0)
            {
                continue;
            }

            var imported = Import().Matches(code).Select(m => m.Groups["folder"].Value)
                .Concat(Qualified().Matches(code).Select(m => m.Groups["folder"].Value))
                .Where(f => Allowed.ContainsKey(f) && f != folder && !Allowed[folder].Contains(f)).Distinct(StringComparer.Ordinal);
            foreach (var other in imported)
            {
                yield return $"{folder} may not import {other}: {path}";
            }
        }
    }

    private static IEnumerable<string> ForbiddenReferences(Type type, string folder) =>
        folder.Length == 0 ? [] : TypeReferences.Of(type)
            .Where(t => t.Assembly == type.Assembly && t.Namespace?.StartsWith("OptionAppraisal", StringComparison.Ordinal) == true)
            .Where(t => FolderOf(t) != folder && !Allowed[folder].Contains(FolderOf(t)))
            .Select(t => $"{folder} may not refer to {(FolderOf(t).Length == 0 ? "the root" : FolderOf(t))}: {type.Name} uses {t.Name}");

    private static string FolderOf(Type type) => type.Namespace is { } name && name.StartsWith("OptionAppraisal.", StringComparison.Ordinal) ? name.Split('.')[1] : "";

    private static IEnumerable<(string Folder, string Path, string Code)> LibraryFiles()
    {
        var root = Repository.PathOf("src", "OptionAppraisal");
        foreach (var file in Repository.SourceFiles("src", "OptionAppraisal"))
        {
            var path = Path.GetRelativePath(root, file).Replace('\\', '/');
            var slash = path.IndexOf('/', StringComparison.Ordinal);
            yield return (slash < 0 ? "" : path[..slash], path, SourceFile.CodeOf(file));
        }
    }

    [GeneratedRegex(@"\busing\s+(static\s+)?OptionAppraisal\.(?<folder>\w+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Import();

    [GeneratedRegex(@"(?<![\w.])(OptionAppraisal\.)(?<folder>\w+)\.", RegexOptions.ExplicitCapture)]
    private static partial Regex Qualified();

    [GeneratedRegex(@"\bConsole\.|DateTime\.(Now|UtcNow|Today)|DateTimeOffset\.(Now|UtcNow)|\bTimeProvider\b|\bnew Random\b|Random\.Shared|Guid\.NewGuid|Environment\.(TickCount|GetEnvironmentVariable)|CurrentCulture|CurrentUICulture", RegexOptions.ExplicitCapture)]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"(?<![\w.])(File|Directory|FileInfo|DirectoryInfo|FileStream|StreamReader)\b[.(]", RegexOptions.ExplicitCapture)]
    private static partial Regex FileAccess();
}
