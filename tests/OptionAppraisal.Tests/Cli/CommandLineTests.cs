using System.Collections.Immutable;
using System.Text;
using OptionAppraisal.Authoring.Testing;
using OptionAppraisal.Cli;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Reporting.Csv;
using OptionAppraisal.Reporting.Json;
using OptionAppraisal.Reporting.Markdown;
using OptionAppraisal.Reporting.Text;
using OptionAppraisal.Tests.Reporting;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private static readonly Diagnostic Error = new(new("OA1203", Severity.Error, "a title"), Sample.InPack(7), "unknown key `weigth`", "did you mean `weight`?");
    private static readonly Diagnostic Warning = new(new("OA4999", Severity.Warning, "a title"), Sample.InPack(9), "no weights are given");
    private readonly string _folder = Directory.CreateTempSubdirectory("appraisal").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Appraise_writes_the_report()
    {
        var run = Run(Found, "appraise", "a.case.yaml");

        run.Code.ShouldBe(0);
        run.Output.ShouldBe(AppraisalText.Write(Sample.Result).ToString());
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void Appraise_writes_json() => Run(Found, "appraise", "a.case.yaml", "--format", "json").Output.ShouldBe(AppraisalJson.Format(Sample.Result));

    [Fact]
    public void Appraise_writes_markdown() => Run(Found, "appraise", "a.case.yaml", "--format", "markdown").Output.ShouldBe(AppraisalMarkdown.Write(Sample.Result));

    [Fact]
    public void Appraise_writes_csv() => Run(Found, "appraise", "a.case.yaml", "--format", "csv").Output.ShouldBe(AppraisalCsv.Write(Sample.Result));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void Explain_writes_the_explanation_of_an_option(string format)
    {
        var explanation = new Appraiser().Explain(Sample.Result, "joint_unit", "economy");

        Run(Found, "explain", "a.case.yaml", "--option", "joint_unit", "--criterion", "economy", "--format", format)
            .ShouldBe((0, format == "json" ? ScoreExplanationJson.Format(explanation) : ScoreExplanationText.Write(explanation).ToString(), ""));
    }

    [Theory]
    [InlineData("error: unknown option `joint_unti`\nhelp: did you mean `joint_unit`?\n", "--option", "joint_unti")]
    [InlineData("error: unknown criterion `econmy`\nhelp: did you mean `economy`?\n", "--option", "joint_unit", "--criterion", "econmy")]
    public void Explain_says_what_a_misspelt_id_may_have_meant(string error, params string[] arguments) =>
        Run(Found, ["explain", "a.case.yaml", .. arguments]).ShouldBe((1, "", error));

    [Fact]
    public void Appraise_hands_on_the_case_and_the_root()
    {
        var door = new Door(new(Sample.Result, []), []);

        Run(door, "appraise", "@a.case.yaml", "--root", _folder);

        door.Asked.ShouldBe(["@a.case.yaml", _folder]);
    }

    [Theory]
    [InlineData("appraise", "a.case.yaml")]
    [InlineData("explain", "a.case.yaml", "--option", "joint_unit")]
    public void The_day_and_the_stage_are_handed_on(params string[] arguments)
    {
        var door = new Door(new(Sample.Result, []), []);

        Run(door, [.. arguments, "--as-of", "2005-04-01", "--stage", "detailed"]).Code.ShouldBe(0);

        door.Request.ShouldBe(new CaseRequest("a.case.yaml", null, new DateOnly(2005, 4, 1), "detailed"));
    }

    [Fact]
    public void Without_a_day_and_a_stage_those_of_the_case_stand()
    {
        var door = new Door(new(Sample.Result, []), []);

        Run(door, "appraise", "a.case.yaml");

        door.Request.ShouldBe(new CaseRequest("a.case.yaml", null, null, null));
    }

    [Theory]
    [InlineData("2005-4-1")]
    [InlineData("1 June 2002")]
    [InlineData("2002-02-30")]
    [InlineData("02/01/2002")]
    public void A_day_that_is_none_is_told_and_ends_with_2(string day)
    {
        var run = Run(Found, "appraise", "a.case.yaml", "--as-of", day);

        run.ShouldBe((2, "", $"error: `{day}` is not a day of the calendar: write `--as-of` as `2005-04-01`\nhelp: `option-appraisal appraise --help` shows what can be written\n"));
    }

    [Fact]
    public void Errors_of_documents_end_with_1_and_give_no_result()
    {
        var run = Run(new Door(new(null, [Error]), []), "appraise", "a.case.yaml", "--format", "json");

        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("hartlepool.pack.yaml:7:3: error OA1203: unknown key `weigth`\n");
        run.Error.ShouldEndWith("help: did you mean `weight`?\n");
    }

    [Fact]
    public void Warnings_go_to_standard_error_beside_the_result()
    {
        var run = Run(new Door(new(Sample.Result, [Warning]), []), "appraise", "a.case.yaml");

        run.Code.ShouldBe(0);
        run.Error.ShouldContain("warning OA4999");
        run.Output.ShouldNotBeEmpty();
    }

    [Fact]
    public void Test_tells_what_failed_and_ends_with_1()
    {
        var difference = new TestDifference("scores.economy", "100", "60", "row 2");
        var report = new TestReport([new("a.tests.yaml", "a", default, TestOutcome.Failed, [difference]), new("a.tests.yaml", "b", default, TestOutcome.Passed, [])]);

        var run = Run(new Door(new(null, []), []) { Report = report }, "test", "a.tests.yaml");

        run.ShouldBe((1, "FAIL :1:1 a\n  scores.economy: expected 100, got 60\n    because: row 2\n2 tests in 1 file: 1 passed, 1 failed\n", ""));
    }

    [Fact]
    public void Test_ends_with_0_where_all_pass()
    {
        var report = new TestReport([new("a.tests.yaml", "b", default, TestOutcome.Passed, [])]);

        Run(new Door(new(null, []), []) { Report = report }, "test", "a.tests.yaml").ShouldBe((0, "1 test in 1 file: 1 passed\n", ""));
        Run(new Door(new(null, []), [Error]) { Report = report }, "test", "a.tests.yaml").Code.ShouldBe(1);
        Run(new Door(new(null, []), []) { Report = report }, "test", "a.tests.yaml", "--format", "json").Output.ShouldBe(TestReportJson.Format(report));
    }

    [Theory]
    [InlineData("--coverage", "error: `--coverage` is not in this version")]
    [InlineData("--mutate", "error: `--mutate` is not in this version")]
    [InlineData("--suggest", "error: `--suggest` is not in this version")]
    [InlineData("--format=csv", "error: unknown format `csv`")]
    public void Test_refuses_what_is_not_in_this_version(string option, string error)
    {
        var run = Run(Found, "test", "a.tests.yaml", option);

        run.Code.ShouldBe(2);
        run.Error.ShouldStartWith(error + "\n");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public void A_result_can_be_written_to_a_file_without_byte_order_mark()
    {
        var file = Path.Combine(_folder, "result.json");

        var run = Run(Found, "appraise", "a.case.yaml", "--format", "json", "-o", file);

        run.ShouldBe((0, "", ""));
        File.ReadAllBytes(file).ShouldBe(AppraisalJson.ToUtf8(Sample.Result));
    }

    [Fact]
    public void A_file_that_cannot_be_written_ends_with_1_and_says_why()
    {
        var run = Run(Found, "appraise", "a.case.yaml", "-o", Path.Combine(_folder, "nowhere", "x.txt"));

        run.Code.ShouldBe(1);
        run.Error.ShouldContain("its folder does not exist");
    }

    [Fact]
    public void A_result_does_not_overwrite_the_case() =>
        Run(Found, "appraise", "a.case.yaml", "-o", "./a.case.yaml").ShouldBe((2, "", "error: the result would overwrite the case\nhelp: give `-o` another file\n"));

    [Theory]
    [InlineData("simulate")]
    [InlineData("merge")]
    [InlineData("schema")]
    [InlineData("docs")]
    [InlineData("fmt")]
    [InlineData("new")]
    public void A_later_verb_is_refused(string verb)
    {
        var run = Run(Found, verb, "x", "--option", "y");

        run.Code.ShouldBe(2);
        run.Error.ShouldStartWith($"error: `{verb}` is not in this version\n");
    }

    [Theory]
    [InlineData("--format", "html")]
    public void What_appraise_cannot_yet_do_is_refused(string option, string value)
    {
        var run = Run(Found, "appraise", "a.case.yaml", option, value);

        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("is not in this version");
    }

    [Theory]
    [InlineData("apprase", "a.case.yaml")]
    [InlineData("appraise")]
    [InlineData("appraise", "a", "b")]
    [InlineData("appraise", "a", "--format", "pdf")]
    [InlineData("appraise", "a", "--nonsense")]
    [InlineData("appraise", "a", "--root", "no/such/folder")]
    [InlineData("appraise", "")]
    [InlineData("appraise", "a", "--as-of")]
    [InlineData("appraise", "a", "--as-of", "")]
    [InlineData("appraise", "a", "--as-of", "2002-06-01", "--as-of", "2003-06-01")]
    [InlineData("appraise", "a", "--stage")]
    [InlineData("appraise", "a", "--stage", "")]
    [InlineData("explain", "a", "--option", "joint_unit", "--as-of", "yesterday")]
    [InlineData("explain", "a")]
    [InlineData("explain", "a", "--option", "joint_unit", "--format", "csv")]
    [InlineData("explain", "", "--option", "joint_unit")]
    [InlineData("check")]
    [InlineData("check", "a", "--format", "markdown")]
    [InlineData("--nonsense")]
    [InlineData]
    public void A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        var run = Run(Found, arguments);

        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_unknown_command_is_told_the_nearest() => Run(Found, "chekc", "a").Error.ShouldBe("error: unknown command `chekc`\nhelp: did you mean `check`?\n");

    [Fact]
    public void Help_goes_to_standard_output()
    {
        var run = Run(Found, "--help");

        run.Code.ShouldBe(0);
        run.Output.ShouldContain("appraise <CASE>");
    }

    [Fact]
    public void An_internal_error_is_one_sentence_and_no_stack_trace()
    {
        var run = Run(new Door(null!, default) { Fails = true }, "appraise", "a.case.yaml");

        run.Code.ShouldBe(3);
        run.Output.ShouldBeEmpty();
        run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Check_says_that_there_is_nothing_to_say() => Run(new Door(null!, []), "check", "a", "b").ShouldBe((0, "2 documents checked: no problems\n", ""));

    [Fact]
    public void Warnings_alone_do_not_fail_a_check() => Run(new Door(null!, [Warning]), "check", "a").Code.ShouldBe(0);

    [Fact]
    public void Errors_fail_a_check()
    {
        var run = Run(new Door(null!, [Error, Warning]), "check", "a");

        run.Code.ShouldBe(1);
        run.Output.ShouldBe("1 document checked: 1 error, 1 warning\n");
        run.Error.ShouldContain("error OA1203");
    }

    [Fact]
    public void Check_gives_problems_as_data() =>
        Run(new Door(null!, [Error]), "check", "a", "--format", "json").ShouldBe((1, ProblemsJson.Format([Error]), ""));

    [Fact]
    public void A_terminal_gets_the_plain_report_where_colours_are_not_wanted() =>
        Run(Found, 60, colours: false, "appraise", "a").Output.ShouldBe(AppraisalText.Write(Sample.Result, 60).ToString());

    [Fact]
    public void A_painted_report_has_the_words_of_the_plain_one()
    {
        var painted = Run(Found, 80, colours: true, "appraise", "a").Output;

        painted.ShouldContain("\u001b[");
        WithoutColours(painted).ShouldBe(AppraisalText.Write(Sample.Result, 80).ToString());
    }

    [Fact]
    public void Standard_output_that_cannot_be_written_to_is_told()
    {
        using var error = new MemoryStream();
        using var channels = new Channels(new FullDisk(), error);

        CommandLine.Run(["appraise", "a"], Found, channels).ShouldBe(1);
        Encoding.UTF8.GetString(error.ToArray()).ShouldStartWith("error: standard output cannot be written to\n");
    }

    private static Door Found => new(new(Sample.Result, []), []);

    private static (int Code, string Output, string Error) Run(IDocumentDoor door, params string[] arguments) => Run(door, null, colours: false, arguments);

    private static (int Code, string Output, string Error) Run(IDocumentDoor door, int? width, bool colours, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var channels = new Channels(output, error, width, colours);
        var code = CommandLine.Run(arguments, door, channels);
        return (code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    private static string WithoutColours(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\u001b')
            {
                i = text.IndexOf('m', i);
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    private sealed class Door(Appraised appraised, ImmutableArray<Diagnostic> problems) : IDocumentDoor
    {
        public List<string?> Asked { get; } = [];

        public CaseRequest? Request { get; private set; }

        public bool Fails { get; init; }

        public Appraised Appraise(CaseRequest request)
        {
            Request = request;
            Asked.AddRange([request.Path, request.Root]);
            return Fails ? throw new InvalidOperationException("a secret of the implementation") : appraised;
        }

        public CheckResult Check(IReadOnlyList<string> paths, string? root) => new([.. paths], problems);

        public TestRun Test(IReadOnlyList<string> paths, string? root) => new(Report, problems);

        public TestReport Report { get; init; } = new([]);
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException();
    }
}
