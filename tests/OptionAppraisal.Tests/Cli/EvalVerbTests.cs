using System.Text;
using System.Text.Json;
using OptionAppraisal.Cli;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Cli;

public sealed class EvalVerbTests
{
    [Theory]
    [InlineData("1 + 1", null, "2")]
    [InlineData("-3 + 1", null, "-2")]
    [InlineData("\"a\" + \"b\"", null, "\"ab\"")]
    [InlineData("[1, null]", null, "[1,null]")]
    [InlineData("x + 1", "{\"x\": null}", "null")]
    [InlineData("net cost * 2", "{\"net cost\": 2.50}", "5")]
    [InlineData("date(y, 4, 1)", "{\"y\": 2002}", "{\"date\":\"2002-04-01\"}")]
    [InlineData("@\"2002-04-01\"", null, "{\"date\":\"2002-04-01\"}")]
    public void The_value_of_an_expression_is_one_line_of_JSON(string expression, string? input, string wanted) =>
        Run("", input is null ? ["eval", expression] : ["eval", expression, "--input", input]).ShouldBe((0, wanted + "\n", ""));

    [Fact]
    public void A_problem_goes_to_standard_error_with_its_place()
    {
        var run = Run("", "eval", "1 + nonsense");

        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith("expression:1:5: error OA3001: there is no `nonsense` here\n    1 + nonsense\n        ^^^^^^^^\nhelp: ");
    }

    [Theory]
    [InlineData("{\"x\": }", "OA7001")]
    [InlineData("[1]", "OA7002")]
    [InlineData("{\"x\": {\"a\": 1}}", "OA7003")]
    [InlineData("{\"x\": 1, \"x\": 2}", "OA7001")]
    public void Wrong_inputs_end_with_1(string input, string code)
    {
        var run = Run("", "eval", "1", "--input", input);

        run.Code.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain($"error {code}: ");
    }

    [Theory]
    [InlineData("eval")]
    [InlineData("eval", "1", "--json-lines")]
    [InlineData("eval", "--json-lines", "--input", "{}")]
    [InlineData("eval", "1", "2")]
    public void A_wrong_command_line_ends_with_2(params string[] arguments)
    {
        var run = Run("", arguments);

        run.Code.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public void Each_line_that_is_not_empty_has_its_answer_in_order()
    {
        const string Lines = """
            {"expression": "1 + 1"}

            {"expression": "x.month", "inputs": {"x": {"date": "2002-04-01"}}}
            {"expression": "x + 1", "inputs": {"x": null}}
            {"expression": "[date(2002, 4, 1)]", "inputs": null}
            """;

        Run("\uFEFF" + Lines.Replace("\n", "\r\n", StringComparison.Ordinal), "eval", "--json-lines")
            .ShouldBe((0, "{\"value\":2}\n{\"value\":4}\n{\"value\":null}\n{\"value\":[{\"date\":\"2002-04-01\"}]}\n", ""));
    }

    [Theory]
    [InlineData("nonsense", "OA7001")]
    [InlineData("{", "OA7001")]
    [InlineData("{} {}", "OA7001")]
    [InlineData("\"1 + 1\"", "OA7002")]
    [InlineData("null", "OA7002")]
    [InlineData("{}", "OA7002")]
    [InlineData("{\"expression\": 1}", "OA7002")]
    [InlineData("{\"expression\": null}", "OA7002")]
    [InlineData("{\"expression\": \"1\", \"inputs\": [1]}", "OA7002")]
    [InlineData("{\"expression\": \"1\", \"input\": {}}", "OA7002")]
    [InlineData("{\"expression\": \"1\", \"expression\": \"2\"}", "OA7001")]
    [InlineData("{\"expression\": \"\\uD83D\"}", "OA7003")]
    [InlineData("{\"expression\": \"1\", \"inputs\": {\"\\uD83D\": 1}}", "OA7001")]
    [InlineData("{\"expression\": \"1\", \"inputs\": {\"x\": \"\\uD83D\"}}", "OA7003")]
    [InlineData("{\"expression\": \"1 +\"}", "OA1601")]
    [InlineData("{\"expression\": \"\"}", "OA1503")]
    [InlineData("{\"expression\": \"1\\u0000\"}", "OA1504")]
    [InlineData("{\"expression\": \"x * x\", \"inputs\": {\"x\": 1e20}}", "OA6005")]
    public void A_line_that_is_wrong_has_an_error_for_its_answer(string line, string code)
    {
        var run = Run(line + "\n{\"expression\": \"2\"}\n", "eval", "--json-lines");

        run.Code.ShouldBe(0);
        run.Error.ShouldBeEmpty();
        var answers = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        answers.Length.ShouldBe(2);
        using var first = JsonDocument.Parse(answers[0]);
        first.RootElement.EnumerateObject().Select(p => p.Name).ShouldBe(["error", "message"]);
        first.RootElement.GetProperty("error").GetString().ShouldBe(code);
        first.RootElement.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        answers[1].ShouldBe("{\"value\":2}");
    }

    [Fact]
    public void A_line_that_is_too_long_has_an_error_for_its_answer()
    {
        var answers = Run(new string(' ', 100) + new string('[', 2_000_000) + "\n{\"expression\": \"2\"}", "eval", "--json-lines").Output.Split('\n');

        answers[0].ShouldBe("{\"error\":\"OA7002\",\"message\":\"the line has more than 1 MiB\"}");
        answers[1].ShouldBe("{\"value\":2}");
    }

    [Fact]
    public void Bytes_that_are_no_text_have_an_error_for_their_answer()
    {
        var line = Encoding.Latin1.GetBytes("{\"expression\": \"\\\"é\\\"\"}\n");

        Run(new MemoryStream(line), "eval", "--json-lines").Output.ShouldStartWith("{\"error\":\"OA700");
    }

    [Fact]
    public void Each_answer_is_given_before_the_next_line_is_waited_for()
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        var seen = new List<long>();
        using var input = new Conversation(["{\"expression\": \"1\"}\n", "{\"expression\": \"2\"}\n"], () => seen.Add(output.Length));
        using var channels = new Channels(output, error, input: input);

        CommandLine.Run(["eval", "--json-lines"], null!, channels).ShouldBe(0);

        seen.ShouldBe([0, 12, 24]);
    }

    private static (int Code, string Output, string Error) Run(string input, params string[] arguments) =>
        Run(new MemoryStream(Encoding.UTF8.GetBytes(input)), arguments);

    private static (int Code, string Output, string Error) Run(Stream input, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new MemoryStream();
        using var channels = new Channels(output, error, input: input);
        var code = CommandLine.Run(arguments, null!, channels);
        return (code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    // Gives a line at each reading, and tells of each.
    private sealed class Conversation(string[] lines, Action read) : MemoryStream
    {
        private int _next;

        public override int Read(byte[] buffer, int offset, int count)
        {
            read();
            return _next == lines.Length ? 0 : Encoding.UTF8.GetBytes(lines[_next++], buffer.AsSpan(offset, count));
        }
    }
}
