using System.Reflection;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Conformance;

/// <summary>The page that leads from each sentence of the language to the tests that show it names only tests that exist.</summary>
public sealed class ConformancePageTests
{
    private const string Page = "docs/conformance.md";

    private static readonly string[] Heads = ["what the language says", "where it is shown"];

    private static readonly ILookup<string, MethodInfo> Methods = Assembly.GetExecutingAssembly().GetTypes()
        .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(m => m.GetCustomAttributes<FactAttribute>().Any())
        .ToLookup(m => m.Name, StringComparer.Ordinal);

    private static readonly HashSet<string> Cases = [.. ConformanceTests.Files("*.tests.yaml", "tests/conformance", "rules")
        .Append("tests/OptionAppraisal.Tests/Authoring/Testing/sentences.tests.yaml")
        .SelectMany(file => RuleTests.Load(Repository.PathOf(file), new LoadOptions { Root = Repository.Root }).All
            .Select(test => $"{Path.GetFileName(file)[..^".tests.yaml".Length]}/{test.Id}"))];

    [Fact]
    public void Every_sentence_names_what_shows_it() =>
        Rows().Where(row => !References(row.Cells[1]).Any()).Select(row => $"line {row.Line}: `{row.Cells[0]}` names nothing").ShouldBeEmpty();

    [Fact]
    public void Everything_that_is_named_exists() =>
        Rows().SelectMany(row => References(row.Cells[1]).Where(r => !Exists(r)).Select(r => $"line {row.Line}: there is no {r}")).ShouldBeEmpty();

    [Fact]
    public void Every_section_has_its_sentences()
    {
        var lines = File.ReadAllLines(Repository.PathOf(Page));
        var sections = Rows().GroupBy(row => lines.Take(row.Line).Last(l => l.StartsWith("## ", StringComparison.Ordinal))).ToList();

        Rows().ShouldAllBe(row => row.Cells.Length == 2);
        sections.Count.ShouldBe(5);
        sections.ShouldAllBe(section => section.Count() > 20);
    }

    private static IEnumerable<(int Line, string[] Cells)> Rows() => File.ReadAllLines(Repository.PathOf(Page))
        .Select((line, index) => (Line: index + 1, Cells: Cells(line)))
        .Where(row => row.Cells.Length > 0 && !row.Cells.SequenceEqual(Heads, StringComparer.Ordinal));

    private static string[] Cells(string line) => line.StartsWith("| ", StringComparison.Ordinal) ? [.. line.TrimEnd()[1..^1].Split('|').Select(c => c.Trim())] : [];

    // What stands between backticks: every second piece.
    private static IEnumerable<string> References(string cell) => cell.Split('`').Where((_, index) => index % 2 == 1);

    // `bad/OA1001_slug`, `document/test`, `Class.Method`, or `file.txt: a piece of a line`.
    private static bool Exists(string reference)
    {
        if (reference.Split(".txt: ") is [var file, var piece])
        {
            return Directory.EnumerateFiles(Repository.PathOf("tests", "OptionAppraisal.Tests"), file + ".txt", SearchOption.AllDirectories)
                .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                .Any(f => File.ReadAllLines(f).Any(line => !line.StartsWith('#') && line.Contains(piece, StringComparison.Ordinal)));
        }

        if (reference.StartsWith("bad/", StringComparison.Ordinal))
        {
            return Directory.Exists(Repository.PathOf("tests", "OptionAppraisal.Tests", reference));
        }

        return reference.Contains('/', StringComparison.Ordinal) ? Cases.Contains(reference) : IsMethod(reference);
    }

    private static bool IsMethod(string reference)
    {
        var at = reference.LastIndexOf('.');
        return at > 0 && Methods[reference[(at + 1)..]].Count(m => $".{m.DeclaringType!.FullName}".EndsWith($".{reference[..at]}", StringComparison.Ordinal)) == 1;
    }
}
