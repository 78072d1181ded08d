using OptionAppraisal.Diagnostics;
using OptionAppraisal.Packs;
using OptionAppraisal.Tests.Loading;
using Shouldly;
using Xunit;

namespace OptionAppraisal.Tests.Binding.Packs;

public class WeightTests
{
    private const string Four = "criteria:\n  a: { formula: \"1\" }\n  b: { formula: \"1\" }\n  c: { formula: \"1\" }\n  d: { formula: \"1\" }\n";

    [Fact]
    public void Rank_order_centroid_weights_are_exact_to_15_decimals()
    {
        // 1/4 (1 + 1/2 + 1/3 + 1/4) = 25/48, then 13/48, 7/48, 3/48.
        var pack = RulePack.Parse("rule_pack: p\nweights: { method: rank_order_centroid, order: [b, a, d, c] }\n" + Four);

        var weights = pack.Criteria.Select(c => decimal.Round(c.Weight, 15)).ToList();

        weights.ShouldBe([0.270833333333333m, 0.520833333333333m, 0.0625m, 0.145833333333333m]);
        pack.Criteria[0].WeightMethod.ShouldBe(WeightMethod.RankOrderCentroid);
    }

    [Fact]
    public void Swing_weights_without_any_criterion_are_located_errors_alone()
    {
        foreach (var values in (string[])["{}", "{ a: 100 }"])
        {
            var result = RulePack.TryParse($"rule_pack: p\nweights: {{ method: swing, values: {values} }}\n");

            result.Diagnostics.ShouldAllBe(d => d.Span.Start.Line == 2);
        }
    }

    [Fact]
    public void Siblings_without_weights_weigh_the_same_with_a_warning()
    {
        var result = RulePack.TryParse("rule_pack: p\n" + Four);

        result.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(PackCodes.EqualWeights);
        result.Value!.Criteria.ShouldAllBe(c => c.Weight == 1 && c.WeightMethod == WeightMethod.Equal);
    }

    [Fact]
    public void One_criterion_without_a_weight_needs_no_warning() =>
        RulePack.TryParse("rule_pack: p\ncriteria:\n  a: { formula: \"1\" }\n").Diagnostics.ShouldBeEmpty();

    [Fact]
    public void A_swing_of_zero_is_allowed()
    {
        var pack = RulePack.Parse("rule_pack: p\nweights: { method: swing, values: { a: 0, b: 100, c: 30, d: 20 } }\n" + Four);

        pack.Criteria.Select(c => c.Weight).ShouldBe([0m, 100m, 30m, 20m]);
    }

    [Theory]
    [InlineData("weights: { method: points, values: { a: 1, b: 2, c: 3 } }", "leave out `d`")]
    [InlineData("weights: { method: points, values: { a: 1, b: 2, c: 3, d: 4, e: 5 } }", "`e` is not a criterion")]
    [InlineData("weights: { method: rank_order_centroid, order: [a, b, c] }", "leave out `d`")]
    [InlineData("weights: { method: rank_order_centroid, order: [a, b, c, d, a] }", "`a` stands twice")]
    [InlineData("weights: { method: points, order: [a, b, c, d] }", "takes `values`, not `order`")]
    public void Weights_by_a_method_name_every_sibling_once(string weights, string message) =>
        RulePack.TryParse($"rule_pack: p\n{weights}\n{Four}").Diagnostics.ShouldContain(d => d.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void The_top_criteria_of_used_packs_are_siblings_before_the_roots_own()
    {
        using var folder = new Folder();
        folder.Write("used.pack.yaml", "rule_pack: used\ncriteria:\n  fit: { weight: 40, formula: \"1\" }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [used.pack.yaml]\ncriteria:\n  economy: { weight: 60, formula: \"1\" }\n");

        RulePack.Load(root).Criteria.Select(c => (c.Id, c.Index, c.Weight)).ShouldBe([("fit", 0, 40m), ("economy", 1, 60m)]);
    }

    [Fact]
    public void The_outermost_override_wins()
    {
        using var folder = new Folder();
        folder.Write("base.pack.yaml", "rule_pack: base\nparameters:\n  limit: { value: 1 }\ncriteria:\n  fit: { weight: 10, formula: \"1\" }\n");
        folder.Write("left.pack.yaml", "rule_pack: left\nuses: [base.pack.yaml]\noverrides: { criteria.fit.weight: 20, parameters.limit: 2 }\n");
        folder.Write("right.pack.yaml", "rule_pack: right\nuses: [base.pack.yaml]\noverrides: { parameters.limit: 3 }\n");
        var root = folder.Write("root.pack.yaml", "rule_pack: root\nuses: [left.pack.yaml, right.pack.yaml]\noverrides: { parameters.limit: 4 }\n");

        var pack = RulePack.Load(root);

        pack.Criteria.ShouldHaveSingleItem().Weight.ShouldBe(20);
        pack.Parameters.ShouldHaveSingleItem().Value.ShouldBe(4);
    }

    [Fact]
    public void A_weight_that_would_overflow_a_total_is_refused() =>
        RulePack.TryParse("rule_pack: p\ncriteria:\n  a: { weight: 79228162514264337593543950335, formula: \"1\" }\n")
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(KeyCodes.OutOfRange);
}
