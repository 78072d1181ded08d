using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Documentation;

/// <summary>Every whole document that the documentation shows is one that a reader may copy.</summary>
public sealed class ExampleTests
{
    // The page shows a case of the worked example, shortened: these are the rules that it needs.
    private const string Shortened = """
        rule_pack: hartlepool
        records:
          bodies: {}
          services:
            facts:
              task: { type: choice, of: [payroll, it] }
              used_by: { type: reference, to: bodies }
              annual_cost: { type: number, unit: GBP/year }
        facts: { option: { annual_cost: { type: number, unit: GBP/year } } }
        criteria: { local_fit: { judged: true } }
        """;

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/rule-language.md")]
    public void Every_whole_document_passes_check(string page)
    {
        using var folder = new Folder();
        var whole = MarkdownDocument.CodeBlocks(page, "yaml").Where(b => Kind(b) is not null).ToList();
        whole.Count.ShouldBeGreaterThan(1);
        foreach (var pack in whole.Where(b => Kind(b) == "rule_pack"))
        {
            folder.Write(FileOf(page, pack, whole) + ".pack.yaml", pack);
        }

        foreach (var read in whole.Where(b => Kind(b) == "case"))
        {
            folder.Write((page == "README.md" ? "payroll" : Value(read, "case")) + ".case.yaml", read);
        }

        foreach (var tests in whole.Where(b => Kind(b) == "tests"))
        {
            folder.Write(Value(tests, "tests") + ".tests.yaml", tests);
        }

        if (whole.Any(b => Value(b, "rule_pack") == "hartlepool.pack.yaml"))
        {
            whole.Add(Shortened);
            folder.Write("hartlepool.pack.yaml", Shortened);
        }

        var result = Documents.Check([folder.Path], new LoadOptions { Root = folder.Path });

        DiagnosticPrinter.Print(result.Diagnostics).ShouldBeEmpty();
        result.Paths.Length.ShouldBe(whole.Count);
        var run = RuleTests.Run([folder.Path], new LoadOptions { Root = folder.Path });
        run.Report.Cases.ShouldNotBeEmpty();
        run.Passed.ShouldBeTrue(TestReportText.Write(run.Report));
    }

    [Fact]
    public void The_first_five_minutes_say_what_they_promise()
    {
        using var folder = new Folder();
        var blocks = MarkdownDocument.CodeBlocks("README.md", "yaml").ToList();
        folder.Write("payroll.pack.yaml", blocks.Single(b => Kind(b) == "rule_pack"));
        var file = folder.Write("payroll.case.yaml", blocks.Single(b => Kind(b) == "case"));

        var bureau = new Appraiser().Appraise(OptionAppraisal.Facts.AppraisalCase.Load(file)).Options.Single(o => o.Option.Id == "a_bureau");

        bureau.Status.ShouldBe(Results.OptionStatus.Unresolved);
        bureau.Total.ShouldNotBeNull();
        bureau.Rank.ShouldBeNull();
        bureau.Gates.SelectMany(g => g.Missing).ShouldBe(["options.a_bureau.staff_consulted"]);
    }

    // The name under which the cases of the page know the pack; its id where none does.
    private static string FileOf(string page, string pack, List<string> whole)
    {
        var named = whole.Where(b => Kind(b) == "case").Select(b => Value(b, "rule_pack")).Select(n => n[..n.IndexOf('.', StringComparison.Ordinal)]).ToList();
        var id = Value(pack, "rule_pack");
        return named.Count == 1 && page == "README.md" ? named[0] : id;
    }

    private static string? Kind(string block) => block.StartsWith("rule_pack:", StringComparison.Ordinal) ? "rule_pack" : block.StartsWith("case:", StringComparison.Ordinal) ? "case" : block.StartsWith("tests:", StringComparison.Ordinal) ? "tests" : null;

    private static string Value(string block, string key) => block.Split('\n').Single(l => l.StartsWith(key + ":", StringComparison.Ordinal))[(key.Length + 1)..].Trim();
}
