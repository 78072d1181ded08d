using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Tests.Architecture;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Authoring.Testing;

public sealed class RuleTestsTests
{
    private static readonly string Folder = Repository.PathOf("tests", "OptionAppraisal.Tests", "Authoring", "Testing");

    private static readonly LoadOptions Options = new() { Root = Folder };

    public static TheoryData<string, string> Sentences
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var tests in new[] { "sentences", "areas" })
            {
                foreach (var test in RuleTests.Load(PathOf(tests), Options).All)
                {
                    data.Add(tests, test.Id);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_sentence_of_the_reference_holds(string tests, string id)
    {
        var result = RuleTests.Load(PathOf(tests), Options).All.Single(t => t.Id == id).Run();

        result.Outcome.ShouldBe(TestOutcome.Passed, TestReportText.Write(new TestReport([result])));
        result.Differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_failure_explains_itself() => Approved.Check(TestReportText.Write(RuleTests.Load(PathOf("failing"), Options).Run()), "test_failures");

    [Fact]
    public void A_failure_explains_itself_as_data() => Approved.Check(TestReportJson.Format(RuleTests.Load(PathOf("failing"), Options).Run()), "test_failures_json");

    [Fact]
    public void What_does_not_exist_is_an_error_at_its_place()
    {
        var run = RuleTests.Run([PathOf("wrong")], Options);

        run.Passed.ShouldBeFalse();
        run.Report.Cases.ShouldAllBe(c => c.Outcome == TestOutcome.Error);
        Approved.Check(DiagnosticPrinter.Print(run.Diagnostics), "test_problems");
    }

    [Fact]
    public void A_document_with_problems_has_no_tests_to_run_one_by_one()
    {
        RuleTests.TryLoad(PathOf("wrong"), Options).Value.ShouldBeNull();
        Should.Throw<RulePackException>(() => RuleTests.Load(PathOf("wrong"), Options)).Diagnostics.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_folder_runs_every_document_of_tests_below_it()
    {
        var run = RuleTests.Run([Folder], Options);

        run.Report.Cases.Select(c => c.File).Distinct().ShouldBe(["areas.tests.yaml", "failing.tests.yaml", "sentences.tests.yaml", "wrong.tests.yaml"]);
        run.Passed.ShouldBeFalse();
    }

    [Fact]
    public void A_document_named_twice_is_run_once() =>
        RuleTests.Run([PathOf("areas"), PathOf("areas")], Options).Report.Cases.Length.ShouldBe(RuleTests.Load(PathOf("areas"), Options).All.Length);

    [Fact]
    public void A_folder_without_tests_is_told()
    {
        using var folder = new Loading.Folder();
        folder.Write("a.pack.yaml", "rule_pack: a\n");

        var problem = RuleTests.Run([folder.Path]).Diagnostics.ShouldHaveSingleItem();

        problem.Code.ShouldBe(FileCodes.NoDocuments);
        problem.Help.ShouldBe("name a folder that holds files ending in `.tests.yaml`");
    }

    [Fact]
    public void Tests_of_a_broken_pack_cannot_be_judged()
    {
        using var folder = new Loading.Folder();
        folder.Write("a.pack.yaml", "rule_pack: a\ncriteria: { a: { formula: nothing } }\n");
        var tests = folder.Write("a.tests.yaml", "tests: a\nrule_pack: a.pack.yaml\ncases: { one: { expect: { scores: { a: 1 } } } }\n");

        var run = RuleTests.Run([tests]);

        run.Report.Cases.ShouldHaveSingleItem().Outcome.ShouldBe(TestOutcome.Error);
        run.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(ExpressionCodes.UnknownName);
    }

    [Fact]
    public void A_check_reads_tests_and_runs_none()
    {
        Documents.Check([PathOf("failing")], Options).Diagnostics.ShouldBeEmpty();
        DiagnosticPrinter.Print(Documents.Check([PathOf("wrong")], Options).Diagnostics).ShouldBe(DiagnosticPrinter.Print(RuleTests.Run([PathOf("wrong")], Options).Diagnostics));
    }

    private static string PathOf(string tests) => Path.Combine(Folder, tests + ".tests.yaml");
}
