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
}
