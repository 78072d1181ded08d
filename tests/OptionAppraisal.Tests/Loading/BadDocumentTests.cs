using OptionAppraisal.Diagnostics;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Loading;

public class BadDocumentTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "bad");

    public static TheoryData<string> Folders =>
        [.. Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)).Where(f => !f.StartsWith("OA6", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_bad_document_provokes_its_code(string folder)
    {
        var result = Documents.Check([Path.Combine(Folder, folder)], new LoadOptions { Root = Path.Combine(Folder, folder) });

        result.Diagnostics.Select(d => d.Code.Id).Distinct(StringComparer.Ordinal).ShouldBe([folder[..6]], customMessage: DiagnosticPrinter.Print(result.Diagnostics));
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Every_problem_has_a_place_and_says_what_to_do(string folder)
    {
        var result = Documents.Check([Path.Combine(Folder, folder)], new LoadOptions { Root = Path.Combine(Folder, folder) });

        foreach (var problem in result.Diagnostics)
        {
            problem.Span.Path.ShouldEndWith(".yaml");
            problem.Help.ShouldNotBeNullOrEmpty(problem.ToString());
            problem.Message.ShouldNotEndWith(".");
        }
    }

    [Fact]
    public void Mistakes_of_many_files_are_told_in_one_run_in_order()
    {
        string[] codes =
        [
            "OA1106", "OA2001", "OA2006", "OA2009", "OA2011", "OA3001", "OA3006", "OA3008", "OA4011", "OA4015", "OA4016", "OA4017", "OA5001", "OA5006", "OA9006",
        ];
        var folders = codes.SelectMany(c => Directory.GetDirectories(Folder, c + "_*")).Reverse().ToList();

        var result = Documents.Check(folders, new LoadOptions { Root = Folder });

        result.HasErrors.ShouldBeTrue();
        result.Diagnostics.Select(d => d.Code.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ShouldBe(codes);
        result.Diagnostics.Select(d => d.Span.Path).ShouldBe(result.Diagnostics.Select(d => d.Span.Path).Order(StringComparer.Ordinal));
        result.Diagnostics.ShouldAllBe(d => d.Span.Source != null && d.Span.Source.Text.Length > 0);
    }
}
