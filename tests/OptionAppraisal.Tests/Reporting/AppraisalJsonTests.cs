using System.Text.Json;
using OptionAppraisal.Diagnostics;
using OptionAppraisal.Reporting.Json;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Reporting;

public class AppraisalJsonTests
{
    private static readonly JsonElement Root = JsonDocument.Parse(AppraisalJson.ToUtf8(Sample.Result)).RootElement;

    [Fact]
    public void The_json_reads_as_approved() => Approved.Check(AppraisalJson.Format(Sample.Result), "report_json");

    [Fact]
    public void The_keys_of_a_result_stand_in_the_published_order() => Keys(Root).ShouldBe(
        ["case", "as_of", "rule_pack", "stage", "recommendations", "options", "findings", "not_in_force", "weight_sets", "dominance", "dissent"]);

    [Fact]
    public void The_keys_of_an_option_stand_in_the_published_order() => Keys(Root.GetProperty("options")[0]).ShouldBe(
        ["id", "title", "area", "status", "rank", "total", "lowest", "highest", "ranked_on", "weighted_score", "testimony_share", "gates", "criteria", "findings"]);

    [Fact]
    public void The_keys_of_a_gate_and_of_a_part_stand_in_the_published_order()
    {
        var gate = Root.GetProperty("options")[0].GetProperty("gates")[0];

        Keys(gate).ShouldBe(["id", "outcome", "because", "sources", "missing", "parts", "at"]);
        Keys(gate.GetProperty("parts")[0]).ShouldBe(["id", "outcome", "because", "sources", "missing", "at"]);
    }

    [Fact]
    public void The_keys_of_a_criterion_and_of_a_hit_stand_in_the_published_order()
    {
        var leaf = Root.GetProperty("options")[1].GetProperty("criteria")[0].GetProperty("criteria")[0];

        Keys(leaf).ShouldBe(["id", "weight", "score", "value", "lowest", "highest", "contribution", "missing", "undefined", "hits", "sources", "criteria"]);
        Keys(leaf.GetProperty("hits")[0]).ShouldBe(["row", "because", "at"]);
    }

    [Fact]
    public void The_keys_of_a_finding_stand_in_the_published_order() => Keys(Root.GetProperty("findings")[0]).ShouldBe(
        ["id", "outcome", "kind", "severity", "record", "part_of", "text", "missing", "sources", "at"]);

    [Fact]
    public void Without_stages_the_stage_is_the_last_and_has_no_id() =>
        Root.GetProperty("stage").GetRawText().Replace(" ", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal)
            .ShouldBe("""{"id":null,"ended":"last","by":[],"incomplete":[]}""");

    [Fact]
    public void An_excluded_option_has_no_figures_and_no_criteria()
    {
        var excluded = Root.GetProperty("options")[4];

        excluded.GetProperty("status").GetString().ShouldBe("excluded");
        foreach (var key in (string[])["rank", "total", "lowest", "highest", "ranked_on", "weighted_score", "testimony_share"])
        {
            excluded.GetProperty(key).ValueKind.ShouldBe(JsonValueKind.Null, key);
        }

        excluded.GetProperty("criteria").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void A_single_condition_is_the_gate_itself_and_no_part() =>
        Root.GetProperty("options")[0].GetProperty("gates")[1].GetProperty("parts").GetArrayLength().ShouldBe(0);

    [Fact]
    public void A_leaf_cites_its_criterion_and_the_row_that_decides()
    {
        var sources = Root.GetProperty("options")[1].GetProperty("criteria")[0].GetProperty("criteria")[0].GetProperty("sources");

        sources.EnumerateArray().Select(s => s.GetProperty("id").GetString()).ShouldBe(["review_brief", "sla_2001"]);
    }

    [Fact]
    public void A_place_is_path_line_and_column() =>
        Root.GetProperty("options")[0].GetProperty("gates")[0].GetProperty("at").GetString().ShouldBe("hartlepool.pack.yaml:70:3");

    [Theory]
    [InlineData("10.500", "10.5")]
    [InlineData("-0.0", "0")]
    [InlineData("100.000000000000000", "100")]
    [InlineData("0.000000000000001", "0.000000000000001")]
    public void Numbers_have_no_exponent_and_no_trailing_zeros(string number, string expected)
    {
        var total = decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture);
        var result = Sample.Result with { Options = [Sample.Result.Options[0] with { Total = total }] };

        AppraisalJson.Format(result).ShouldContain($"\"total\": {expected},\n");
    }

    [Fact]
    public void Control_characters_are_escaped_and_pound_signs_are_not()
    {
        var result = Sample.Result with { Recommendations = [new(null, null, "£5 \u001b\n\"x\"", Settled: false)] };

        AppraisalJson.Format(result).ShouldContain("""
            "reason": "£5 \u001B\n\"x\"",
            """);
    }

    [Fact]
    public void Problems_are_given_as_data()
    {
        var problem = new Diagnostic(new DiagnosticCode("OA1203", Severity.Error, "a title"), Sample.InPack(7), "unknown key `weigth`", "did you mean `weight`?");

        ProblemsJson.Format([problem]).ShouldBe("""
            {
              "problems": [
                {
                  "path": "hartlepool.pack.yaml",
                  "line": 7,
                  "column": 3,
                  "severity": "error",
                  "code": "OA1203",
                  "message": "unknown key `weigth`",
                  "help": "did you mean `weight`?"
                }
              ]
            }

            """.ReplaceLineEndings("\n"));
    }

    private static string[] Keys(JsonElement element) => [.. element.EnumerateObject().Select(p => p.Name)];
}
