using System.Reflection;
using System.Text;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Facts;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Diagnostics;

public sealed class CatalogueTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "bad");

    // These need a link, a file without rights, dozens of files, a megabyte, or inputs instead of documents: tests make what they need and name the code.
    private static readonly string[] ProvokedInCode = ["OA1002", "OA1006", "OA5013", "OA5015", "OA5024", "OA5025", "OA5031", "OA6010", "OA6011", "OA6012", "OA7001", "OA7002", "OA7003", "OA7004", "OA7005", "OA9003", "OA9007", "OA9008", "OA9009"];

    [Fact]
    public void Codes_are_unique_and_in_order_of_their_families()
    {
        var ids = DiagnosticCatalogue.All.Select(c => c.Id).ToList();
        ids.Distinct(StringComparer.Ordinal).Count().ShouldBe(ids.Count);
        ids.ShouldBe(ids.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_code_has_a_bad_document_that_provokes_it()
    {
        var provoked = Directory.GetDirectories(Folder).Select(f => Path.GetFileName(f)[..6]).Concat(ProvokedInCode).ToHashSet(StringComparer.Ordinal);
        DiagnosticCatalogue.All.Select(c => c.Id).Where(c => !provoked.Contains(c)).ShouldBeEmpty();
    }

    [Fact]
    public void A_code_without_a_bad_document_is_named_by_a_test()
    {
        var tests = Repository.SourceFiles("tests").Where(f => Path.GetFileName(f) != "CatalogueTests.cs")
            .Append(Repository.PathOf("tests", "OptionAppraisal.Tests", "Expressions", "expressions.cases.txt")).Select(File.ReadAllText).ToList();
        var names = Repository.Library.GetExportedTypes().SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Static)).Where(p => p.PropertyType == typeof(DiagnosticCode))
            .ToDictionary(p => ((DiagnosticCode)p.GetValue(null)!).Id, p => $"{p.DeclaringType!.Name}.{p.Name}", StringComparer.Ordinal);

        ProvokedInCode.Where(c => !tests.Exists(t => t.Contains(c, StringComparison.Ordinal) || t.Contains(names[c], StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void The_words_for_every_bad_document_are_approved()
    {
        var text = new StringBuilder();
        foreach (var folder in Directory.GetDirectories(Folder).Order(StringComparer.Ordinal))
        {
            var options = new LoadOptions { Root = folder };
            var problems = Documents.Check([folder], options).Diagnostics;
            if (problems.IsEmpty)
            {
                problems = new Appraiser().TryAppraise(AppraisalCase.Load(Path.Combine(folder, "example.case.yaml"), options)).Diagnostics;
            }

            text.Append("== ").Append(Path.GetFileName(folder)).Append('\n').Append(DiagnosticPrinter.Print(problems)).Append('\n');
        }

        Approved.Check(text.ToString(), "BadDocuments");
    }
}
