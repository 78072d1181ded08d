using System.Collections.Immutable;
using System.Text;
using OptionAppraisal.Diagnostics;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Teaching;

/// <summary>Mistakes that writers of rules make: what they are told is approved, and doing what they are told mends the document.</summary>
/// <remarks>
/// Each folder of `mistakes` holds a wrong document and the same one mended by following the help to the letter; they stand in the
/// place of the document of that kind in `_right`.
/// </remarks>
public class MistakeTests
{
    private static readonly string Mistakes = Path.Combine(AppContext.BaseDirectory, "Teaching", "mistakes");

    public static TheoryData<string> Names => [.. Folders];

    private static IEnumerable<string> Folders =>
        Directory.GetDirectories(Mistakes).Select(f => Path.GetFileName(f)).Where(f => f != "_right").Order(StringComparer.Ordinal);

    [Fact]
    public void There_are_at_least_thirty_and_the_document_without_a_mistake_is_right()
    {
        Folders.Count().ShouldBeGreaterThanOrEqualTo(30);
        Check("_right", "example").ShouldBeEmpty();
    }

    [Fact]
    public void What_each_mistake_is_told_is_approved()
    {
        var text = new StringBuilder();
        foreach (var folder in Folders)
        {
            text.Append("== ").Append(folder).Append('\n').Append(DiagnosticPrinter.Print(Check(folder, "wrong"))).Append('\n');
        }

        Approved.Check(text.ToString(), "Mistakes");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_an_error_with_help_and_following_the_help_mends_it(string folder)
    {
        var wrong = Check(folder, "wrong");
        wrong.ShouldContain(d => d.IsError);
        wrong.ShouldAllBe(d => !string.IsNullOrEmpty(d.Help));

        var mended = Check(folder, "mended");
        mended.ShouldBeEmpty(DiagnosticPrinter.Print(mended));
    }

    private static ImmutableArray<Diagnostic> Check(string folder, string prefix)
    {
        var store = new TextStore();
        foreach (var kind in (string[])["pack", "case"])
        {
            var own = Path.Combine(Mistakes, folder, $"{prefix}.{kind}.yaml");
            store.TryAdd($"example.{kind}.yaml", File.ReadAllBytes(File.Exists(own) ? own : Path.Combine(Mistakes, "_right", $"example.{kind}.yaml")));
        }

        var bag = new DiagnosticBag();
        new DocumentLoader(store, bag).LoadCase("example.case.yaml", DocumentLoader.PlaceOf("example.case.yaml"));
        return bag.ToSorted();
    }
}
